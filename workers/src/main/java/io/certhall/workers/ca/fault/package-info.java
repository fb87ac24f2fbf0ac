/** What the certificate authority refuses, in words. */
@NullMarked
package io.certhall.workers.ca.fault;

import org.jspecify.annotations.NullMarked;
