package io.certhall.processes.organisation;

/**
 * What the owner of a profile is told about.
 *
 * @param taskId number of the review, unique: one message per review
 * @param accountId the owner
 * @param contactPhone where the text message goes, 11 digits
 */
public record ProfileDecision(
    long taskId,
    String hall,
    long organisationId,
    long accountId,
    String organisationName,
    String contactPhone) {

  /** Numbers stay out of logs. */
  @Override
  public String toString() {
    return "ProfileDecision[taskId=" + taskId + ", hall=" + hall + "]";
  }
}
