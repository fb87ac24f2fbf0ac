package io.certhall.backoffice.api.task;

import io.certhall.processes.organisation.ProfileDefect;
import io.certhall.processes.payment.TransferDecision;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecision.Reason;
import io.certhall.processes.review.ReviewDecision.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a task was done; which fields count depends on its queue. {@code review} and {@code profile}:
 * decision, reasons, note. {@code production}: mediumSerial, csrPem. {@code dispatch}: carrier,
 * trackingNo. {@code pickup}: recipient, idLast4, authorisationLetter. {@code inbound}:
 * mediumSerial of the key that came. {@code remote}: done, note.
 */
record TaskCompletion(
    @Nullable TaskVerdict decision,
    @Nullable List<@Nullable ReasonBody> reasons,
    @Nullable String note,
    @Nullable String mediumSerial,
    @Nullable String csrPem,
    @Nullable String carrier,
    @Nullable String trackingNo,
    @Nullable String recipient,
    @Nullable String idLast4,
    @Nullable Boolean done,
    @Nullable String reason,
    @Nullable Long amountFen,
    @Nullable Boolean authorisationLetter) {

  private static final int LONGEST_FIELD = 100;
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NOTE = 2000;

  /** One defect: what is wrong, a code of the hall's list if any, and the words. */
  record ReasonBody(@Nullable String field, @Nullable String code, @Nullable String text) {}

  Verdict verdict() {
    return switch (decided()) {
      case APPROVE -> Verdict.APPROVE;
      case REJECT -> Verdict.REJECT;
      case CONFIRM, REFUSE ->
          throw Refusal.malformed("decision", "VALUE_UNKNOWN", "APPROVE, REJECT");
    };
  }

  TransferDecision transfer() {
    return switch (decided()) {
      case CONFIRM -> new TransferDecision(TransferDecision.Verdict.CONFIRM, null, amountFen);
      case REFUSE -> new TransferDecision(TransferDecision.Verdict.REFUSE, reason, null);
      case APPROVE, REJECT ->
          throw Refusal.malformed("decision", "VALUE_UNKNOWN", "CONFIRM, REFUSE");
    };
  }

  private TaskVerdict decided() {
    if (decision == null) {
      throw Refusal.malformed("decision", "FIELD_REQUIRED");
    }
    return decision;
  }

  ReviewDecision review() {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw Refusal.rule("note", "TEXT_TOO_LONG", LONGEST_NOTE);
    }
    return new ReviewDecision(
        verdict(),
        checkedReasons().stream()
            .map(reason -> new Reason(reason.field(), reason.code(), text(reason)))
            .toList(),
        note);
  }

  List<ProfileDefect> defects() {
    return checkedReasons().stream()
        .map(
            reason ->
                new ProfileDefect(
                    reason.field() == null ? "" : reason.field(), reason.code(), text(reason)))
        .toList();
  }

  private List<ReasonBody> checkedReasons() {
    List<ReasonBody> checked = new ArrayList<>();
    for (int i = 0; reasons != null && i < reasons.size(); i++) {
      ReasonBody reason = reasons.get(i);
      String path = "reasons[" + i + "]";
      if (reason == null) {
        throw Refusal.malformed(path, "FIELD_REQUIRED");
      }
      if (reason.field() != null && reason.field().length() > LONGEST_FIELD) {
        throw Refusal.rule(path + ".field", "TEXT_TOO_LONG", LONGEST_FIELD);
      }
      if (reason.code() != null
          && !reason.code().matches("[A-Za-z0-9_.-]{1," + LONGEST_CODE + "}")) {
        throw Refusal.rule(path + ".code", "REASON_CODE_FORM");
      }
      checked.add(reason);
    }
    return checked;
  }

  private static String text(ReasonBody reason) {
    return reason.text() == null ? "" : reason.text();
  }
}
