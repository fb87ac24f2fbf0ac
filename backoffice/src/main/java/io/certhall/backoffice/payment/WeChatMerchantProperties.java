package io.certhall.backoffice.payment;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Merchant accounts by hall: {@code certhall.payment.wechat.merchants.<hall>.*}; {@code default} is
 * the account of halls without one of their own.
 */
@ConfigurationProperties("certhall.payment.wechat")
record WeChatMerchantProperties(@DefaultValue Map<String, Merchant> merchants) {

  /**
   * One account.
   *
   * @param merchantSerial serial number of the merchant's API certificate
   * @param privateKey file {@code apiclient_key.pem}
   * @param platformPublicKey file {@code pub_key.pem}
   * @param baseUrl only for a simulator
   */
  record Merchant(
      @Nullable String appId,
      @Nullable String merchantId,
      @Nullable String merchantSerial,
      @Nullable Path privateKey,
      @Nullable Path platformPublicKey,
      @Nullable String platformPublicKeyId,
      @Nullable String apiV3Key,
      @Nullable URI baseUrl) {

    /** Without the key: this gets into logs. */
    @Override
    public String toString() {
      return "Merchant[merchantId=" + merchantId + "]";
    }
  }
}
