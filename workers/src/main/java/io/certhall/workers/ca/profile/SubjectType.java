package io.certhall.workers.ca.profile;

/** Whom or what a certificate stands for. */
public enum SubjectType {
  /** Organisation certificate, 机构证书. */
  ORG(true, false),
  /** Organisation business certificate, 机构业务证书. */
  ORG_BUSINESS(true, false),
  /** A person acting within an organisation, 机构个人证书. */
  ORG_PERSON(true, true),
  /** Legal representative, 法定代表人证书. */
  LEGAL_REP(true, true),
  /** Natural person, 自然人证书. */
  PERSON(false, true);

  private final boolean organisation;
  private final boolean person;

  SubjectType(boolean organisation, boolean person) {
    this.organisation = organisation;
    this.person = person;
  }

  public boolean namesOrganisation() {
    return organisation;
  }

  public boolean namesPerson() {
    return person;
  }
}
