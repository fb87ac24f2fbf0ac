package io.certhall.processes.organisation;

/** Tells the owner of a profile what the reviewer decided, inside the decision's transaction. */
public interface OrganisationNotices {

  /** MSG-20. */
  void approved(ProfileDecision decision);

  /**
   * MSG-21.
   *
   * @param reason what the reviewer wrote, up to 1000 characters
   */
  void rejected(ProfileDecision decision, String reason);
}
