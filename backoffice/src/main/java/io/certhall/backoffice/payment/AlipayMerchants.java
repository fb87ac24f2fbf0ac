package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.alipay.AlipaySettings;
import java.util.Optional;

/**
 * The merchants' applications at Alipay. From the settings, unless a simulator runs: a bean of this
 * type takes their place.
 */
@FunctionalInterface
public interface AlipayMerchants {

  /** The account that takes this hall's money; empty when there is none. */
  Optional<AlipaySettings> of(String hall);
}
