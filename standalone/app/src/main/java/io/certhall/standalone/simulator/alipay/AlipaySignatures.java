package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.SimulatorRsaKey;
import io.certhall.standalone.simulator.alipay.SimulatedAlipayMerchants.Merchant;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** RSA2: checks the merchants' requests, signs answers and reports. */
final class AlipaySignatures {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Duration FRESH = Duration.ofMinutes(15);

  private final SimulatedAlipayMerchants merchants;
  private final Clock realTime;

  AlipaySignatures(SimulatedAlipayMerchants merchants, Clock realTime) {
    this.merchants = merchants;
    this.realTime = realTime;
  }

  /** The merchant that signed these parameters. */
  Merchant verify(Map<String, String> parameters) {
    Merchant merchant =
        merchants
            .application(parameters.getOrDefault("app_id", ""))
            .orElseThrow(() -> AlipayRefusal.invalid("isv.invalid-app-id", "无效的AppID参数"));
    if (!"RSA2".equals(parameters.get("sign_type"))) {
      throw AlipayRefusal.invalid("isv.invalid-signature-type", "无效签名类型，仅支持RSA2");
    }
    requireFresh(parameters.getOrDefault("timestamp", ""));
    Map<String, String> signed = new TreeMap<>(parameters);
    String signature = signed.remove("sign");
    if (signature == null
        || !SimulatorRsaKey.isSigned(
            merchant.keys().getPublic(), content(signed), signature.replace(' ', '+'))) {
      throw AlipayRefusal.invalid("isv.invalid-signature", "无效签名");
    }
    return merchant;
  }

  private void requireFresh(String timestamp) {
    try {
      Instant signedAt = TIME.parse(timestamp, Instant::from);
      if (Duration.between(signedAt, realTime.instant()).abs().compareTo(FRESH) > 0) {
        throw AlipayRefusal.invalid("isv.invalid-timestamp", "非法的时间戳参数");
      }
    } catch (DateTimeException e) {
      throw AlipayRefusal.invalid("isv.invalid-timestamp", "非法的时间戳参数");
    }
  }

  String sign(String text) {
    return SimulatorRsaKey.sign(merchants.platform().getPrivate(), text);
  }

  /** A report's fields with their signature. */
  Map<String, String> signed(Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    String signature = sign(content(all));
    all.put("sign_type", "RSA2");
    all.put("sign", signature);
    return all;
  }

  private static String content(Map<String, String> sorted) {
    return sorted.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining("&"));
  }
}
