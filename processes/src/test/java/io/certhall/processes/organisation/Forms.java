package io.certhall.processes.organisation;

import org.jspecify.annotations.Nullable;

/** Variations of a form. */
final class Forms {

  private Forms() {}

  /** What is null stays as it is, except for the version. */
  static OrganisationForm changed(
      OrganisationForm form,
      @Nullable String name,
      @Nullable String creditCode,
      @Nullable String legalRepIdNo,
      @Nullable Integer version) {
    return new OrganisationForm(
        name == null ? form.name() : name,
        form.documentType(),
        creditCode == null ? form.creditCode() : creditCode,
        form.legalRepName(),
        legalRepIdNo == null ? form.legalRepIdNo() : legalRepIdNo,
        form.legalRepPhone(),
        form.registeredAddress(),
        form.contactName(),
        form.contactPhone(),
        form.province(),
        form.city(),
        version);
  }

  static OrganisationForm withContact(OrganisationForm form, String name, String phone) {
    return new OrganisationForm(
        form.name(),
        form.documentType(),
        form.creditCode(),
        form.legalRepName(),
        form.legalRepIdNo(),
        form.legalRepPhone(),
        form.registeredAddress(),
        name,
        phone,
        form.province(),
        form.city(),
        form.version());
  }

  static OrganisationForm formOf(Organisation organisation) {
    return new OrganisationForm(
        organisation.name(),
        organisation.documentType().name(),
        organisation.creditCode().value(),
        organisation.legalRepName(),
        organisation.legalRepId().value(),
        organisation.legalRepPhone().value(),
        organisation.registeredAddress(),
        organisation.contactName(),
        organisation.contactPhone().value(),
        organisation.province(),
        organisation.city(),
        organisation.version());
  }
}
