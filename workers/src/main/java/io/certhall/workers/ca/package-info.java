/**
 * The certificate authority: ceremony, and the numbered cycle that issues a pair of certificates.
 */
@NullMarked
package io.certhall.workers.ca;

import org.jspecify.annotations.NullMarked;
