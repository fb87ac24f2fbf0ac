package io.certhall.processes.organisation;

import org.jspecify.annotations.Nullable;

/**
 * The profile as its owner enters it (GS-17); anything may be missing.
 *
 * @param documentType name of an {@link InstitutionDocument}; CREDIT_CODE when left out
 * @param documentName what the document is called, for OTHER (CFCA-13)
 * @param version the version that was edited; without it the last writer wins
 */
public record OrganisationForm(
    @Nullable String name,
    @Nullable String documentType,
    @Nullable String creditCode,
    @Nullable String legalRepName,
    @Nullable String legalRepIdNo,
    @Nullable String legalRepPhone,
    @Nullable String registeredAddress,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String province,
    @Nullable String city,
    @Nullable Integer version,
    @Nullable String documentName) {

  /** With a document whose type says what it is. */
  public OrganisationForm(
      @Nullable String name,
      @Nullable String documentType,
      @Nullable String creditCode,
      @Nullable String legalRepName,
      @Nullable String legalRepIdNo,
      @Nullable String legalRepPhone,
      @Nullable String registeredAddress,
      @Nullable String contactName,
      @Nullable String contactPhone,
      @Nullable String province,
      @Nullable String city,
      @Nullable Integer version) {
    this(
        name,
        documentType,
        creditCode,
        legalRepName,
        legalRepIdNo,
        legalRepPhone,
        registeredAddress,
        contactName,
        contactPhone,
        province,
        city,
        version,
        null);
  }

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "OrganisationForm[name=" + name + "]";
  }
}
