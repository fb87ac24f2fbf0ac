package io.certhall.standalone.simulator.wallet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's phone knows of one payment.
 *
 * @param merchant who gets the money, as the phone names him
 * @param state in the provider's words
 * @param at when it was paid, or else opened
 */
public record WalletPayment(
    String outTradeNo,
    String description,
    String merchant,
    long amountFen,
    String state,
    Stage stage,
    @Nullable String transactionId,
    Instant at) {

  /** What a payer can still do. */
  public enum Stage {
    OPEN,
    EXPIRED,
    PAID,
    REFUNDED,
    CLOSED;

    boolean wasPaid() {
      return this == PAID || this == REFUNDED;
    }
  }
}
