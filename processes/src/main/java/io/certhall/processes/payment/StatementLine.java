package io.certhall.processes.payment;

import io.certhall.processes.refusal.FormCheck;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, as the bank tells it.
 *
 * @param row of the file, from 1
 * @param reference the bank's own number of the transfer
 * @param remark what the payer wrote, with the order's number as a rule
 */
public record StatementLine(
    int row,
    String reference,
    @Nullable LocalDate bookedOn,
    long amountFen,
    String payer,
    String remark) {

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_./-]{1,64}");
  private static final int LONGEST_PAYER = 200;
  private static final int LONGEST_REMARK = 300;

  void check(FormCheck check) {
    String path = "rows[" + row + "]";
    if (!REFERENCE.matcher(reference).matches()) {
      check.refuse(path + ".reference", "STATEMENT_REFERENCE");
    }
    if (amountFen <= 0) {
      check.refuse(path + ".amountFen", "STATEMENT_AMOUNT");
    }
    check.optionalText(path + ".payer", payer, LONGEST_PAYER);
    check.optionalText(path + ".remark", remark, LONGEST_REMARK);
  }

  /** Payers stay out of logs. */
  @Override
  public String toString() {
    return "StatementLine[" + reference + "]";
  }
}
