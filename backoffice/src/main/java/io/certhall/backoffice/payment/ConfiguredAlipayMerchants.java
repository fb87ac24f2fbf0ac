package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.AlipayMerchantProperties.Merchant;
import io.certhall.backoffice.payment.alipay.AlipaySettings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The applications of the settings; their keys are read once, at the start. */
final class ConfiguredAlipayMerchants implements AlipayMerchants {

  private static final MerchantSetting SETTING =
      new MerchantSetting("certhall.payment.alipay.merchants");

  private final Map<String, AlipaySettings> accounts;

  ConfiguredAlipayMerchants(AlipayMerchantProperties properties) {
    this.accounts =
        properties.merchants().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> settings(entry.getKey(), entry.getValue())));
  }

  @Override
  public Optional<AlipaySettings> of(String hall) {
    return Optional.ofNullable(accounts.getOrDefault(hall, accounts.get(MerchantSetting.DEFAULT)));
  }

  private static AlipaySettings settings(String hall, Merchant merchant) {
    return AlipaySettings.fromText(
        SETTING.present(hall, "app-id", merchant.appId()),
        SETTING.present(hall, "seller-id", merchant.sellerId()),
        SETTING.read(hall, "private-key", merchant.privateKey()),
        SETTING.read(hall, "alipay-public-key", merchant.alipayPublicKey()),
        merchant.gateway());
  }
}
