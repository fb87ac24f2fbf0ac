package io.certhall.processes.invoice;

import io.certhall.processes.order.InvoiceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The invoice track of one order. Amounts in fen.
 *
 * @param dueAt by when the hall has promised it
 * @param reason why it was rejected or reversed
 */
public record InvoiceRequest(
    String orderNo,
    long accountId,
    String hall,
    InvoiceKind kind,
    String title,
    @Nullable String taxNo,
    InvoiceDetails details,
    Sending sending,
    State state,
    long amountFen,
    Instant requestedAt,
    Instant dueAt,
    @Nullable String reason,
    @Nullable String invoiceNo,
    @Nullable String carrier,
    @Nullable String trackingNo,
    int version) {

  /** How the invoice reaches the buyer. */
  public enum Sending {
    EMAIL,
    PAPER
  }

  /** Where it stands. */
  public enum State {
    /** 待开票 */
    PENDING,
    /** 已开票 */
    ISSUED,
    /** 已寄出/已发送 */
    SENT,
    /** 已驳回 */
    REJECTED,
    /** 已红冲 */
    REVERSED
  }

  public boolean isOverdue(Instant now) {
    return state == State.PENDING && dueAt.isBefore(now);
  }

  /** What happened to it. */
  public record Event(Instant at, State state, String actor, @Nullable String note) {}
}
