package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import java.util.Optional;

/**
 * The merchant accounts at WeChat Pay. From the settings, unless a simulator runs: a bean of this
 * type takes their place.
 */
@FunctionalInterface
public interface WeChatMerchants {

  /** The account that takes this hall's money; empty when there is none. */
  Optional<WeChatPaySettings> of(String hall);
}
