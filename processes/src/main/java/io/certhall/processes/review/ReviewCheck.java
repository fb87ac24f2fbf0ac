package io.certhall.processes.review;

import io.certhall.processes.refusal.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the hall has looked at for the reviewer.
 *
 * @param args what was compared, for the words under {@code ReviewCheck.<kind>}
 * @param problem what is wrong, where a rule of the hall says it
 */
public record ReviewCheck(Kind kind, boolean passed, List<String> args, @Nullable Problem problem) {

  /** What was looked at. */
  public enum Kind {
    /** Check digit of the credit code (GB 32100). */
    CREDIT_CODE,
    /** The organisation still has the name the order was made under. */
    APPLICANT_NAME,
    /** The hall has approved the organisation's profile. */
    PROFILE_APPROVED,
    /** Check digit of the operator's identity number (GB 11643). */
    AGENT_ID,
    /** The same of a person a certificate names. */
    PERSON_ID,
    /** Lines add up to the total. */
    AMOUNT,
    /** Limits, completeness and documents, as at submission. */
    RULES,
    /** The invoice is made out to the organisation. */
    INVOICE_TITLE
  }
}
