package io.certhall.processes.order;

/** Kinds of certificate; which of them a hall offers is its policy. */
public enum CertificateType {
  ORG,
  ORG_BUSINESS,
  ORG_PERSON,
  LEGAL_REP,
  PERSON;

  /** The certificate names a person of the organisation, chosen by the applicant. */
  public boolean namesPerson() {
    return this == ORG_PERSON || this == LEGAL_REP || this == PERSON;
  }
}
