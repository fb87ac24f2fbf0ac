package io.certhall.backoffice.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import io.certhall.processes.payment.NotificationRefused;
import io.certhall.processes.payment.NotificationRefused.Reason;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentNotification;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Believes a notification only after time, signature, merchant and currency are proven. */
final class WeChatNotificationReader {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final WeChatPaySettings settings;
  private final NotificationParser parser;
  private final Clock clock;

  WeChatNotificationReader(WeChatPaySettings settings, RSAPublicKeyConfig config, Clock clock) {
    this.settings = settings;
    this.parser = new NotificationParser(config);
    this.clock = clock;
  }

  PaymentNotification read(NotificationRequest request) {
    String nonce = header(request, "Wechatpay-Nonce");
    String timestamp = header(request, "Wechatpay-Timestamp");
    RequestParam signed =
        new RequestParam.Builder()
            .serialNumber(header(request, "Wechatpay-Serial"))
            .signature(header(request, "Wechatpay-Signature"))
            .signType(request.header("Wechatpay-Signature-Type"))
            .timestamp(timestamp)
            .nonce(nonce)
            .body(request.body())
            .build();
    // The SDK accepts old notifications.
    requireFresh(timestamp);
    Transaction paid = open(signed);
    requireOurs(paid);
    return notification(notifyId(request.body()), nonce, paid);
  }

  private void requireFresh(String timestamp) {
    Instant signedAt;
    try {
      signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException e) {
      throw malformed("Wechatpay-Timestamp is not a time", null);
    }
    if (Duration.between(signedAt, clock.instant()).abs().compareTo(FRESH) > 0) {
      throw new NotificationRefused(
          Reason.STALE, "signed at " + signedAt + ", more than 5 minutes from now");
    }
  }

  private Transaction open(RequestParam signed) {
    try {
      Transaction paid = parser.parse(signed, Transaction.class);
      if (paid == null) {
        throw malformed("resource is empty", null);
      }
      return paid;
    } catch (ValidationException e) {
      throw new NotificationRefused(Reason.FORGED, "the signature is not WeChat Pay's");
    } catch (NotificationRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // Not Base64, not JSON, no resource, or closed with another APIv3 key.
      throw malformed("resource cannot be opened (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private void requireOurs(Transaction paid) {
    if (!settings.merchantId().equals(paid.getMchid())) {
      throw new NotificationRefused(
          Reason.WRONG_MERCHANT, "mchid is " + paid.getMchid() + ", ours is not");
    }
    if (!settings.appId().equals(paid.getAppid())) {
      throw new NotificationRefused(
          Reason.WRONG_MERCHANT, "appid is " + paid.getAppid() + ", ours is not");
    }
  }

  private PaymentNotification notification(String notifyId, String nonce, Transaction paid) {
    if (paid.getAmount() == null || paid.getAmount().getTotal() == null) {
      throw malformed("amount.total is missing", null);
    }
    if (!WeChatPayGateway.CNY.equals(paid.getAmount().getCurrency())) {
      throw new NotificationRefused(
          Reason.WRONG_CURRENCY, "currency is " + paid.getAmount().getCurrency());
    }
    if (paid.getTradeState() == null) {
      throw malformed("trade_state is missing: not the report of a payment", null);
    }
    return new PaymentNotification(
        notifyId,
        nonce,
        present("out_trade_no", paid.getOutTradeNo()),
        present("transaction_id", paid.getTransactionId()),
        paid.getAmount().getTotal(),
        paid.getAmount().getCurrency(),
        paid.getAppid(),
        paid.getMchid(),
        paid.getTradeState() == Transaction.TradeStateEnum.SUCCESS,
        successTime(paid));
  }

  private static @Nullable Instant successTime(Transaction paid) {
    try {
      return WeChatAnswers.time(paid.getSuccessTime());
    } catch (DateTimeException e) {
      throw malformed("success_time is not a time", e);
    }
  }

  private static String notifyId(String body) {
    return present("id", JSON.readTree(body).path("id").asString(""));
  }

  private static String header(NotificationRequest request, String name) {
    return present(name, request.header(name));
  }

  private static String present(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw malformed(field + " is missing", null);
    }
    return value;
  }

  private static NotificationRefused malformed(String detail, @Nullable Throwable cause) {
    return new NotificationRefused(Reason.MALFORMED, detail, cause);
  }
}
