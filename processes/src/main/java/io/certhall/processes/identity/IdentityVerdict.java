package io.certhall.processes.identity;

/**
 * A provider's answer.
 *
 * @param providerId the provider's number of the question
 */
public record IdentityVerdict(Outcome outcome, String providerId) {

  /** What the register says. */
  public enum Outcome {
    MATCH,
    MISMATCH,
    NO_RECORD
  }
}
