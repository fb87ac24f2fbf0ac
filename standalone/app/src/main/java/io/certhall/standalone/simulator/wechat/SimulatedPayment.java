package io.certhall.standalone.simulator.wechat;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order at the simulated provider. Transaction id and time are set once it is paid. */
record SimulatedPayment(
    String outTradeNo,
    String description,
    long amountFen,
    URI notifyUrl,
    @Nullable Instant expiresAt,
    String codeUrl,
    Instant createdAt,
    State state,
    @Nullable String transactionId,
    @Nullable Instant paidAt) {

  /** The names are the provider's. */
  enum State {
    NOTPAY("订单未支付"),
    SUCCESS("支付成功"),
    CLOSED("订单已关闭"),
    REFUND("转入退款");

    private final String description;

    State(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  boolean isPaid() {
    return state == State.SUCCESS || state == State.REFUND;
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  SimulatedPayment with(State next) {
    return new SimulatedPayment(
        outTradeNo,
        description,
        amountFen,
        notifyUrl,
        expiresAt,
        codeUrl,
        createdAt,
        next,
        transactionId,
        paidAt);
  }

  SimulatedPayment paid(String transaction, Instant at) {
    return new SimulatedPayment(
        outTradeNo,
        description,
        amountFen,
        notifyUrl,
        expiresAt,
        codeUrl,
        createdAt,
        State.SUCCESS,
        transaction,
        at);
  }
}
