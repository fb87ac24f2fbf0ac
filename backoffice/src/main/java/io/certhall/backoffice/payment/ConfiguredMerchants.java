package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.WeChatMerchantProperties.Merchant;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts of the settings; their keys are read once, at the start. */
final class ConfiguredMerchants implements WeChatMerchants {

  private static final String PREFIX = "certhall.payment.wechat.merchants.";
  private static final String DEFAULT = "default";

  private final Map<String, WeChatPaySettings> accounts;

  ConfiguredMerchants(WeChatMerchantProperties properties) {
    this.accounts =
        properties.merchants().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> settings(entry.getKey(), entry.getValue())));
  }

  @Override
  public Optional<WeChatPaySettings> of(String hall) {
    return Optional.ofNullable(accounts.getOrDefault(hall, accounts.get(DEFAULT)));
  }

  private static WeChatPaySettings settings(String hall, Merchant merchant) {
    return WeChatPaySettings.fromPem(
        present(hall, "app-id", merchant.appId()),
        present(hall, "merchant-id", merchant.merchantId()),
        present(hall, "merchant-serial", merchant.merchantSerial()),
        read(present(hall, "private-key", merchant.privateKey())),
        read(present(hall, "platform-public-key", merchant.platformPublicKey())),
        present(hall, "platform-public-key-id", merchant.platformPublicKeyId()),
        present(hall, "api-v3-key", merchant.apiV3Key()),
        merchant.baseUrl());
  }

  private static <T> T present(String hall, String setting, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(PREFIX + hall + "." + setting + " must be set");
    }
    return value;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key file " + file, e);
    }
  }
}
