package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.wechat.SimulatedPayment.State;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The provider's answers and reports, field by field as documented. */
final class WeChatMessages {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String CNY = "CNY";
  private static final String PAYER = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";

  private final SimulatedWeChatKeys keys;
  private final PlatformSignature signature;
  private final Clock realTime;

  WeChatMessages(SimulatedWeChatKeys keys, PlatformSignature signature, Clock realTime) {
    this.keys = keys;
    this.signature = signature;
    this.realTime = realTime;
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  String transaction(SimulatedPayment payment) {
    return json(transaction(payment, payment.amountFen()));
  }

  private Map<String, Object> transaction(SimulatedPayment payment, long amountFen) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("appid", keys.appId());
    fields.put("mchid", keys.merchantId());
    fields.put("out_trade_no", payment.outTradeNo());
    fields.put("trade_state", payment.state().name());
    fields.put("trade_state_desc", payment.state().description());
    fields.put("attach", "");
    if (!payment.isPaid()) {
      fields.put("amount", Map.of("total", amountFen, "currency", CNY));
      return fields;
    }
    fields.put("transaction_id", Objects.requireNonNull(payment.transactionId()));
    fields.put("trade_type", "NATIVE");
    fields.put("bank_type", "OTHERS");
    fields.put("success_time", time(Objects.requireNonNull(payment.paidAt())));
    fields.put("payer", Map.of("openid", PAYER));
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("total", amountFen);
    amount.put("payer_total", amountFen);
    amount.put("currency", CNY);
    amount.put("payer_currency", CNY);
    fields.put("amount", amount);
    return fields;
  }

  String refund(SimulatedRefund refund, SimulatedPayment payment) {
    boolean done = refund.isDone(realTime.instant());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("refund_id", refund.refundId());
    fields.put("out_refund_no", refund.outRefundNo());
    fields.put("transaction_id", Objects.requireNonNull(payment.transactionId()));
    fields.put("out_trade_no", refund.outTradeNo());
    fields.put("channel", "ORIGINAL");
    fields.put("user_received_account", "支付用户零钱");
    fields.put("create_time", time(refund.createdAt()));
    fields.put("status", done ? "SUCCESS" : "PROCESSING");
    fields.put("funds_account", "AVAILABLE");
    if (done) {
      fields.put("success_time", time(refund.createdAt()));
    }
    Map<String, Object> amount = new LinkedHashMap<>();
    amount.put("total", payment.amountFen());
    amount.put("refund", refund.refundFen());
    amount.put("payer_total", payment.amountFen());
    amount.put("payer_refund", refund.refundFen());
    amount.put("settlement_refund", refund.refundFen());
    amount.put("settlement_total", payment.amountFen());
    amount.put("discount_refund", 0);
    amount.put("currency", CNY);
    fields.put("amount", amount);
    return json(fields);
  }

  /** The body of a report of success. */
  String notification(String id, Instant now, SimulatedPayment paid, long amountFen) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("create_time", time(now));
    fields.put("resource_type", "encrypt-resource");
    fields.put("event_type", "TRANSACTION.SUCCESS");
    fields.put("summary", "支付成功");
    fields.put(
        "resource",
        signature.encrypted("transaction", json(transaction(paid.with(State.SUCCESS), amountFen))));
    return json(fields);
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(SHANGHAI));
  }
}
