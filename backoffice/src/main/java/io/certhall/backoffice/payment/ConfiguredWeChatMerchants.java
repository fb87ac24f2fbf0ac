package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.WeChatMerchantProperties.Merchant;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accounts of the settings; their keys are read once, at the start. */
final class ConfiguredWeChatMerchants implements WeChatMerchants {

  private static final MerchantSetting SETTING =
      new MerchantSetting("certhall.payment.wechat.merchants");

  private final Map<String, WeChatPaySettings> accounts;

  ConfiguredWeChatMerchants(WeChatMerchantProperties properties) {
    this.accounts =
        properties.merchants().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> settings(entry.getKey(), entry.getValue())));
  }

  @Override
  public Optional<WeChatPaySettings> of(String hall) {
    return Optional.ofNullable(accounts.getOrDefault(hall, accounts.get(MerchantSetting.DEFAULT)));
  }

  private static WeChatPaySettings settings(String hall, Merchant merchant) {
    return WeChatPaySettings.fromPem(
        SETTING.present(hall, "app-id", merchant.appId()),
        SETTING.present(hall, "merchant-id", merchant.merchantId()),
        SETTING.present(hall, "merchant-serial", merchant.merchantSerial()),
        SETTING.read(hall, "private-key", merchant.privateKey()),
        SETTING.read(hall, "platform-public-key", merchant.platformPublicKey()),
        SETTING.present(hall, "platform-public-key-id", merchant.platformPublicKeyId()),
        SETTING.present(hall, "api-v3-key", merchant.apiV3Key()),
        merchant.baseUrl());
  }
}
