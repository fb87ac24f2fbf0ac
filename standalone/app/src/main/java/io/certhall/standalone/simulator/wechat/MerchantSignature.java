package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.SimulatorRsaKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proves that a request is the merchant's: {@code WECHATPAY2-SHA256-RSA2048}. */
final class MerchantSignature {

  private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
  private static final Pattern PART = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final SimulatedWeChatKeys keys;
  private final Clock realTime;

  MerchantSignature(SimulatedWeChatKeys keys, Clock realTime) {
    this.keys = keys;
    this.realTime = realTime;
  }

  /**
   * @param url path and query as the merchant signed them, beginning with {@code /v3}
   */
  void verify(String method, String url, @Nullable String authorization, String body) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      throw WeChatRefusal.signature("Authorization 须为 " + SCHEME.strip());
    }
    Map<String, String> parts = parts(authorization.substring(SCHEME.length()));
    if (!keys.merchantId().equals(parts.get("mchid"))) {
      throw WeChatRefusal.signature("mchid 不是签约商户");
    }
    if (!keys.merchantSerial().equals(parts.get("serial_no"))) {
      throw WeChatRefusal.signature("serial_no 不是商户证书序列号");
    }
    String timestamp = parts.getOrDefault("timestamp", "");
    requireFresh(timestamp);
    String message =
        String.join("\n", method, url, timestamp, parts.getOrDefault("nonce_str", ""), body, "");
    if (!isSigned(message, parts.getOrDefault("signature", ""))) {
      throw WeChatRefusal.signature("验签失败");
    }
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new HashMap<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      parts.put(part.group(1), part.group(2));
    }
    return parts;
  }

  private void requireFresh(String timestamp) {
    try {
      Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
      if (Duration.between(signedAt, realTime.instant()).abs().compareTo(FRESH) > 0) {
        throw WeChatRefusal.signature("timestamp 与服务器时间相差超过 5 分钟");
      }
    } catch (NumberFormatException e) {
      throw WeChatRefusal.signature("timestamp 不是时间");
    }
  }

  private boolean isSigned(String message, String signature) {
    return SimulatorRsaKey.isSigned(keys.merchant().getPublic(), message, signature);
  }
}
