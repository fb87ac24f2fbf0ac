package io.certhall.backoffice.payment.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.TransactionAmount;
import com.wechat.pay.java.service.refund.model.Refund;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefund;
import io.certhall.processes.payment.ProviderRefundState;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Turns the provider's signed answers into ours; what is not about our question is refused. */
final class WeChatAnswers {

  private WeChatAnswers() {}

  static ProviderPayment payment(Transaction found, String paymentNo, WeChatPaySettings settings) {
    if (!paymentNo.equals(found.getOutTradeNo())
        || !settings.merchantId().equals(found.getMchid())
        || !settings.appId().equals(found.getAppid())
        || found.getTradeState() == null) {
      throw WeChatPayFaults.untrusted("the answer is about another payment");
    }
    ProviderPaymentState state = state(found.getTradeState());
    TransactionAmount amount = found.getAmount();
    long total = amount == null || amount.getTotal() == null ? 0 : amount.getTotal();
    String currency = amount == null ? null : amount.getCurrency();
    if (currency != null && !WeChatPayGateway.CNY.equals(currency)) {
      throw WeChatPayFaults.untrusted("the answer is not in CNY");
    }
    if (state == ProviderPaymentState.PAID
        && (total <= 0 || currency == null || found.getTransactionId() == null)) {
      throw WeChatPayFaults.untrusted("the answer says paid without amount or transaction");
    }
    return new ProviderPayment(
        paymentNo, state, found.getTransactionId(), total, time(found.getSuccessTime()));
  }

  static ProviderRefund refund(Refund found, String refundNo) {
    if (!refundNo.equals(found.getOutRefundNo()) || found.getStatus() == null) {
      throw WeChatPayFaults.untrusted("the answer is about another refund");
    }
    ProviderRefundState state =
        switch (found.getStatus()) {
          case SUCCESS -> ProviderRefundState.SUCCESS;
          case CLOSED -> ProviderRefundState.CLOSED;
          case PROCESSING -> ProviderRefundState.PROCESSING;
          case ABNORMAL -> ProviderRefundState.ABNORMAL;
        };
    long refunded =
        found.getAmount() == null || found.getAmount().getRefund() == null
            ? 0
            : found.getAmount().getRefund();
    return new ProviderRefund(
        refundNo, state, found.getRefundId(), refunded, time(found.getSuccessTime()));
  }

  private static ProviderPaymentState state(Transaction.TradeStateEnum state) {
    return switch (state) {
      case SUCCESS -> ProviderPaymentState.PAID;
      case REFUND -> ProviderPaymentState.REFUNDED;
      case NOTPAY, USERPAYING, ACCEPT -> ProviderPaymentState.NOT_PAID;
      case CLOSED, REVOKED -> ProviderPaymentState.CLOSED;
      case PAYERROR -> ProviderPaymentState.FAILED;
    };
  }

  /** Empty for what has not happened yet. */
  static @Nullable Instant time(@Nullable String text) {
    return text == null || text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
  }
}
