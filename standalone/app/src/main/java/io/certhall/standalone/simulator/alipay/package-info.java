/**
 * Alipay's open gateway as a merchant sees it, with real RSA2 signatures, and the payer's phone.
 */
@NullMarked
package io.certhall.standalone.simulator.alipay;

import org.jspecify.annotations.NullMarked;
