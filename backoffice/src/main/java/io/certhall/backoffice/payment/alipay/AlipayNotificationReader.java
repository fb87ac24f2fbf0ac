package io.certhall.backoffice.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import io.certhall.processes.payment.NotificationRefused;
import io.certhall.processes.payment.NotificationRefused.Reason;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentNotification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Believes a notification only after signature, application, seller and time are proven. */
final class AlipayNotificationReader {

  /** It reports again over 25 hours. */
  private static final Duration OLDEST = Duration.ofHours(26);

  private static final Duration EARLIEST = Duration.ofMinutes(10);
  private static final Set<String> PAID = Set.of("TRADE_SUCCESS", "TRADE_FINISHED");

  private final AlipaySettings settings;
  private final String publicKey;
  private final Clock clock;

  AlipayNotificationReader(AlipaySettings settings, Clock clock) {
    this.settings = settings;
    this.publicKey = AlipayGateway.base64(settings.alipayPublicKey());
    this.clock = clock;
  }

  PaymentNotification read(NotificationRequest request) {
    Map<String, String> fields = form(request.body());
    required(fields, "sign");
    requireSigned(fields);
    requireOurs(fields);
    requireFresh(required(fields, "notify_time"));
    String notifyId = required(fields, "notify_id");
    return new PaymentNotification(
        notifyId,
        notifyId,
        required(fields, "out_trade_no"),
        required(fields, "trade_no"),
        fen(required(fields, "total_amount")),
        "CNY",
        settings.appId(),
        settings.sellerId(),
        PAID.contains(required(fields, "trade_status")),
        fields.containsKey("gmt_payment") ? time("gmt_payment", fields.get("gmt_payment")) : null);
  }

  /** A name that comes twice would let signature and meaning differ. */
  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw malformed("the body is not a form");
      }
      try {
        String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        if (fields.put(name, value) != null) {
          throw malformed(name + " comes twice");
        }
      } catch (IllegalArgumentException e) {
        throw malformed("the body is not a form");
      }
    }
    return fields;
  }

  private void requireSigned(Map<String, String> fields) {
    boolean signed;
    try {
      // The SDK removes fields from the map it is given, and believes the sender about the kind of
      // signature unless it is told.
      signed = AlipaySignature.rsaCheckV1(new HashMap<>(fields), publicKey, "UTF-8", "RSA2");
    } catch (AlipayApiException e) {
      signed = false;
    }
    if (!signed) {
      throw new NotificationRefused(Reason.FORGED, "the signature is not Alipay's");
    }
  }

  private void requireOurs(Map<String, String> fields) {
    if (!settings.appId().equals(required(fields, "app_id"))) {
      throw new NotificationRefused(
          Reason.WRONG_MERCHANT, "app_id is " + fields.get("app_id") + ", ours is not");
    }
    if (!settings.sellerId().equals(required(fields, "seller_id"))) {
      throw new NotificationRefused(
          Reason.WRONG_MERCHANT, "seller_id is " + fields.get("seller_id") + ", ours is not");
    }
  }

  private void requireFresh(String notifyTime) {
    Instant sentAt = time("notify_time", notifyTime);
    Instant now = clock.instant();
    if (sentAt.isBefore(now.minus(OLDEST)) || sentAt.isAfter(now.plus(EARLIEST))) {
      throw new NotificationRefused(Reason.STALE, "sent at " + sentAt);
    }
  }

  private static Instant time(String field, String text) {
    try {
      return AlipayGateway.TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw malformed(field + " is not a time");
    }
  }

  private static long fen(String yuan) {
    try {
      return AlipayYuan.fen(yuan);
    } catch (IllegalArgumentException e) {
      throw malformed("total_amount is not an amount");
    }
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isBlank()) {
      throw malformed(name + " is missing");
    }
    return value;
  }

  private static NotificationRefused malformed(String detail) {
    return new NotificationRefused(Reason.MALFORMED, detail);
  }
}
