/**
 * What anybody may ask: whether a certificate is good, and whether a signature proves something.
 */
@NullMarked
package io.certhall.processes.verification;

import org.jspecify.annotations.NullMarked;
