package io.certhall.processes.security;

/** What a person may do; one person may hold several. */
public enum Role {
  APPLICANT,
  REVIEWER,
  /** Makes keys. */
  PRODUCER,
  /** Ships and hands over. */
  DISPATCHER,
  FINANCE,
  /** Edits policies. */
  MANAGER,
  AUDITOR,
  /** Asks for and approves recovery of escrowed keys. */
  KEY_OFFICER,
  ADMIN;

  public boolean isStaff() {
    return this != APPLICANT;
  }

  /** Whether other people's applications, certificates and seals concern this role. */
  public boolean readsCases() {
    return isStaff() && this != KEY_OFFICER;
  }
}
