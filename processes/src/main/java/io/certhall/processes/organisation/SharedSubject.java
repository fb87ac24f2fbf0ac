package io.certhall.processes.organisation;

import io.certhall.processes.identifier.CreditCode;

/**
 * A unit as the platform that keeps the master data knows it (GS-14). Numbers of persons are not
 * among it: who types a credit code has not proven to be that unit.
 */
public record SharedSubject(
    CreditCode creditCode,
    String name,
    InstitutionDocument documentType,
    String legalRepName,
    String registeredAddress,
    String province,
    String city) {

  /** The form with these data; what the platform doesn't know stays as it was typed. */
  OrganisationForm over(OrganisationForm form) {
    return new OrganisationForm(
        name,
        documentType.name(),
        creditCode.value(),
        legalRepName,
        form.legalRepIdNo(),
        form.legalRepPhone(),
        registeredAddress,
        form.contactName(),
        form.contactPhone(),
        province,
        city,
        form.version(),
        form.documentName());
  }
}
