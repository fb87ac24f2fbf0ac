package io.certhall.processes.order;

/** What an individual applicant shows. */
public enum IdentityDocument {
  RESIDENT_ID,
  PASSPORT,
  OFFICER_ID
}
