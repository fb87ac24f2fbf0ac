/** Issues the certificate pairs of an order. */
@NullMarked
package io.certhall.workers.issuance;

import org.jspecify.annotations.NullMarked;
