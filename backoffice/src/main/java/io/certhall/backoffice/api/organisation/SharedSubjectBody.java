package io.certhall.backoffice.api.organisation;

import io.certhall.processes.organisation.InstitutionDocument;
import io.certhall.processes.organisation.SharedSubject;

/** A unit as the platform knows it that a hall reads. */
record SharedSubjectBody(
    String creditCode,
    String name,
    InstitutionDocument documentType,
    String legalRepName,
    String registeredAddress,
    String province,
    String city) {

  static SharedSubjectBody of(SharedSubject subject) {
    return new SharedSubjectBody(
        subject.creditCode().value(),
        subject.name(),
        subject.documentType(),
        subject.legalRepName(),
        subject.registeredAddress(),
        subject.province(),
        subject.city());
  }
}
