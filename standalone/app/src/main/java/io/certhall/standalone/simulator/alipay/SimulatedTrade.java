package io.certhall.standalone.simulator.alipay;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One trade at the simulated provider. Trade number and time are set once it is paid. */
record SimulatedTrade(
    String appId,
    String outTradeNo,
    String subject,
    long amountFen,
    URI notifyUrl,
    @Nullable Instant expiresAt,
    String qrCode,
    Instant createdAt,
    State state,
    @Nullable String tradeNo,
    @Nullable Instant paidAt) {

  /** The names are the provider's, but for the first: a code nobody scanned is no trade yet. */
  enum State {
    PRECREATED,
    WAIT_BUYER_PAY,
    TRADE_SUCCESS,
    TRADE_CLOSED
  }

  /** It was paid, whatever was given back since. */
  boolean isPaid() {
    return paidAt != null;
  }

  boolean isPayable() {
    return state == State.PRECREATED || state == State.WAIT_BUYER_PAY;
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  SimulatedTrade with(State next) {
    return new SimulatedTrade(
        appId,
        outTradeNo,
        subject,
        amountFen,
        notifyUrl,
        expiresAt,
        qrCode,
        createdAt,
        next,
        tradeNo,
        paidAt);
  }

  SimulatedTrade paid(String number, Instant at) {
    return new SimulatedTrade(
        appId,
        outTradeNo,
        subject,
        amountFen,
        notifyUrl,
        expiresAt,
        qrCode,
        createdAt,
        State.TRADE_SUCCESS,
        number,
        at);
  }
}
