package io.certhall.processes.payment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line nobody has dealt with yet.
 *
 * @param orderNo the order its remark names, if there is such an order
 */
public record OpenStatementLine(
    long id,
    String reference,
    @Nullable LocalDate bookedOn,
    long amountFen,
    String payer,
    String remark,
    StatementFinding finding,
    @Nullable String orderNo,
    Instant importedAt) {

  /** Payers stay out of logs. */
  @Override
  public String toString() {
    return "OpenStatementLine[" + reference + "]";
  }
}
