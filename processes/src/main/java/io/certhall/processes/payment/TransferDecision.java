package io.certhall.processes.payment;

import org.jspecify.annotations.Nullable;

/**
 * What finance found on the bank statement.
 *
 * @param reason for a refusal, told to the applicant
 * @param amountFen for a confirmation: what has arrived
 */
public record TransferDecision(
    Verdict decision, @Nullable String reason, @Nullable Long amountFen) {

  public enum Verdict {
    CONFIRM,
    REFUSE
  }

  public static TransferDecision confirm(long amountFen) {
    return new TransferDecision(Verdict.CONFIRM, null, amountFen);
  }

  public static TransferDecision refuse(String reason) {
    return new TransferDecision(Verdict.REFUSE, reason, null);
  }
}
