package io.certhall.backoffice.payment.alipay;

import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefund;
import io.certhall.processes.payment.ProviderRefundState;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Turns the provider's signed answers into ours; what is not about our question is refused. */
final class AlipayAnswers {

  private static final String REFUND_DONE = "REFUND_SUCCESS";

  private AlipayAnswers() {}

  static void requireSame(String asked, @Nullable String answered) {
    if (!asked.equals(answered)) {
      throw AlipayFaults.untrusted("the answer is about another payment");
    }
  }

  static ProviderPayment payment(AlipayTradeQueryResponse found, String paymentNo) {
    requireSame(paymentNo, found.getOutTradeNo());
    ProviderPaymentState state = state(found);
    if (state == ProviderPaymentState.PAID && found.getTradeNo() == null) {
      throw AlipayFaults.untrusted("the answer says paid without a trade number");
    }
    return new ProviderPayment(
        paymentNo,
        state,
        found.getTradeNo(),
        fen(found.getTotalAmount()),
        instant(found.getSendPayDate()));
  }

  static ProviderRefund refund(
      AlipayTradeFastpayRefundQueryResponse found, String paymentNo, String refundNo) {
    // Empty for a refund that was never asked for, or that failed.
    if (!REFUND_DONE.equals(found.getRefundStatus())) {
      return new ProviderRefund(refundNo, ProviderRefundState.NOT_FOUND, null, 0, null);
    }
    requireSame(paymentNo, found.getOutTradeNo());
    if (!refundNo.equals(found.getOutRequestNo())) {
      throw AlipayFaults.untrusted("the answer is about another refund");
    }
    return refunded(
        refundNo, found.getTradeNo(), fen(found.getRefundAmount()), found.getGmtRefundPay());
  }

  static ProviderRefund refunded(
      String refundNo, @Nullable String tradeNo, long fen, @Nullable Date at) {
    return new ProviderRefund(refundNo, ProviderRefundState.SUCCESS, tradeNo, fen, instant(at));
  }

  private static ProviderPaymentState state(AlipayTradeQueryResponse found) {
    String status = found.getTradeStatus();
    return switch (status == null ? "" : status) {
      case "WAIT_BUYER_PAY" -> ProviderPaymentState.NOT_PAID;
      case "TRADE_SUCCESS", "TRADE_FINISHED" -> ProviderPaymentState.PAID;
      // Closed unpaid, or given back in full: only a paid one tells when it was paid.
      case "TRADE_CLOSED" ->
          found.getSendPayDate() == null
              ? ProviderPaymentState.CLOSED
              : ProviderPaymentState.REFUNDED;
      default -> throw AlipayFaults.untrusted("the answer has no state we know");
    };
  }

  private static long fen(@Nullable String yuan) {
    try {
      return yuan == null ? 0 : AlipayYuan.fen(yuan);
    } catch (IllegalArgumentException e) {
      throw AlipayFaults.untrusted("the answer's amount cannot be read");
    }
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
