package io.certhall.backoffice.payment;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Applications by hall: {@code certhall.payment.alipay.merchants.<hall>.*}; {@code default} is the
 * one of halls without their own.
 */
@ConfigurationProperties("certhall.payment.alipay")
record AlipayMerchantProperties(@DefaultValue Map<String, Merchant> merchants) {

  /**
   * One application.
   *
   * @param sellerId the merchant's user number, begins with 2088
   * @param privateKey file with the application's private key
   * @param alipayPublicKey file with the public key the console shows
   * @param gateway only for a simulator
   */
  record Merchant(
      @Nullable String appId,
      @Nullable String sellerId,
      @Nullable Path privateKey,
      @Nullable Path alipayPublicKey,
      @Nullable URI gateway) {

    @Override
    public String toString() {
      return "Merchant[appId=" + appId + "]";
    }
  }
}
