package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.alipay.AlipayProvider.Refunded;
import io.certhall.standalone.simulator.alipay.SimulatedAlipayMerchants.Merchant;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The provider's answers and reports, field by field as documented. */
final class AlipayMessages {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PAYER = "2088102122524333";

  private final SimulatedAlipayMerchants merchants;
  private final AlipaySignatures signatures;
  private final Clock realTime;

  AlipayMessages(SimulatedAlipayMerchants merchants, AlipaySignatures signatures, Clock realTime) {
    this.merchants = merchants;
    this.signatures = signatures;
    this.realTime = realTime;
  }

  /** The whole signed answer to {@code method}. */
  String answer(String method, Map<String, Object> content) {
    String text = JSON.writeValueAsString(content);
    return "{\"%s_response\":%s,\"sign\":\"%s\"}"
        .formatted(method.replace('.', '_'), text, signatures.sign(text));
  }

  private static Map<String, Object> success() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("code", "10000");
    content.put("msg", "Success");
    return content;
  }

  static Map<String, Object> refused(AlipayRefusal refusal) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("code", refusal.code());
    content.put(
        "msg",
        refusal.code().equals(AlipayRefusal.BUSINESS) ? "Business Failed" : "Invalid Arguments");
    content.put("sub_code", refusal.subCode());
    content.put("sub_msg", refusal.message());
    return content;
  }

  static Map<String, Object> precreated(SimulatedTrade trade) {
    Map<String, Object> content = success();
    content.put("out_trade_no", trade.outTradeNo());
    content.put("qr_code", trade.qrCode());
    return content;
  }

  static Map<String, Object> trade(SimulatedTrade trade) {
    Map<String, Object> content = success();
    content.put("out_trade_no", trade.outTradeNo());
    content.put("trade_status", trade.state().name());
    content.put("total_amount", yuan(trade.amountFen()));
    content.put("trade_no", Objects.requireNonNullElse(trade.tradeNo(), ""));
    if (trade.paidAt() != null) {
      content.put("buyer_user_id", PAYER);
      content.put("send_pay_date", AlipaySignatures.TIME.format(trade.paidAt()));
      content.put("receipt_amount", yuan(trade.amountFen()));
    }
    return content;
  }

  static Map<String, Object> closed(SimulatedTrade trade) {
    Map<String, Object> content = success();
    content.put("out_trade_no", trade.outTradeNo());
    content.put("trade_no", "");
    return content;
  }

  static Map<String, Object> refunded(Refunded refunded) {
    Map<String, Object> content = success();
    content.put("out_trade_no", refunded.trade().outTradeNo());
    content.put("trade_no", Objects.requireNonNullElse(refunded.trade().tradeNo(), ""));
    content.put("fund_change", refunded.moved() ? "Y" : "N");
    content.put("refund_fee", yuan(refunded.sumFen()));
    content.put("gmt_refund_pay", AlipaySignatures.TIME.format(refunded.refund().at()));
    return content;
  }

  /** Without a status for one that was never asked for. */
  static Map<String, Object> refund(@Nullable SimulatedTradeRefund refund, SimulatedTrade trade) {
    Map<String, Object> content = success();
    if (refund != null) {
      content.put("out_trade_no", trade.outTradeNo());
      content.put("trade_no", Objects.requireNonNullElse(trade.tradeNo(), ""));
      content.put("out_request_no", refund.outRequestNo());
      content.put("total_amount", yuan(trade.amountFen()));
      content.put("refund_amount", yuan(refund.amountFen()));
      content.put("refund_status", "REFUND_SUCCESS");
      content.put("gmt_refund_pay", AlipaySignatures.TIME.format(refund.at()));
    }
    return content;
  }

  /** A report of success, signed for the application that opened the trade. */
  AlipayReport report(SimulatedTrade paid, long amountFen, Instant now) {
    Merchant merchant = merchants.application(paid.appId()).orElseThrow();
    String notifyId = UUID.randomUUID().toString().replace("-", "");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("notify_time", AlipaySignatures.TIME.format(realTime.instant()));
    fields.put("notify_type", "trade_status_sync");
    fields.put("notify_id", notifyId);
    fields.put("charset", "UTF-8");
    fields.put("version", "1.0");
    fields.put("app_id", merchant.appId());
    fields.put("auth_app_id", merchant.appId());
    fields.put("seller_id", merchant.sellerId());
    fields.put("buyer_id", PAYER);
    fields.put("trade_no", Objects.requireNonNull(paid.tradeNo()));
    fields.put("out_trade_no", paid.outTradeNo());
    fields.put("subject", paid.subject());
    fields.put("trade_status", SimulatedTrade.State.TRADE_SUCCESS.name());
    fields.put("total_amount", yuan(amountFen));
    fields.put("receipt_amount", yuan(amountFen));
    fields.put("buyer_pay_amount", yuan(amountFen));
    fields.put("gmt_create", AlipaySignatures.TIME.format(paid.createdAt()));
    fields.put("gmt_payment", AlipaySignatures.TIME.format(Objects.requireNonNull(paid.paidAt())));
    return new AlipayReport(
        notifyId, paid.outTradeNo(), amountFen, now, form(signatures.signed(fields)), false);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
