/** Alipay: payments by code (precreate), RSA2 with the platform's public key. */
@NullMarked
package io.certhall.backoffice.payment.alipay;

import org.jspecify.annotations.NullMarked;
