package io.certhall.processes.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What proves an organisation, where it is not the usual. */
@ProcessesTest
class OrganisationDocumentTest {

  private final OrganisationProfiles profiles;
  private final TestAccounts accounts;
  private final OrganisationForm form = TestOrganisations.form();

  OrganisationDocumentTest(OrganisationProfiles profiles, TestAccounts accounts) {
    this.profiles = profiles;
    this.accounts = accounts;
  }

  @Test
  @Tag("CFCA-13")
  void another_document_is_named_in_words_and_a_known_one_is_not() {
    Actor owner = accounts.applicant();

    assertThat(Refused.codes(() -> profiles.save(owner, documented("OTHER", " "))))
        .containsExactly("FIELD_REQUIRED");
    assertThat(saved(owner, "OTHER", " 社会团体法人登记证书 ").documentName()).isEqualTo("社会团体法人登记证书");
    assertThat(profiles.of(owner).orElseThrow().documentType())
        .isEqualTo(InstitutionDocument.OTHER);
    assertThat(saved(owner, "ORGANISATION_CODE", "多余").documentName()).isNull();
    assertThat(Refused.codes(() -> profiles.save(owner, documented("PASSPORT", null))))
        .containsExactly("DOCUMENT_TYPE_UNKNOWN");
  }

  @Test
  @Tag("SZ-16")
  void a_unit_gives_its_name_document_number_place_and_address() {
    OrganisationForm empty =
        new OrganisationForm(
            null, null, null, null, null, null, null, null, null, null, null, null);

    assertThat(
            Refused.by(() -> profiles.save(accounts.applicant(), empty)).problems().stream()
                .map(problem -> problem.path() + " " + problem.code()))
        .contains(
            "name FIELD_REQUIRED",
            "creditCode FIELD_REQUIRED",
            "province FIELD_REQUIRED",
            "city FIELD_REQUIRED",
            "registeredAddress FIELD_REQUIRED");
  }

  private OrganisationView saved(Actor owner, String type, String name) {
    return profiles.save(owner, documented(type, name)).organisation();
  }

  private OrganisationForm documented(String type, @org.jspecify.annotations.Nullable String name) {
    return new OrganisationForm(
        form.name(),
        type,
        form.creditCode(),
        form.legalRepName(),
        form.legalRepIdNo(),
        form.legalRepPhone(),
        form.registeredAddress(),
        form.contactName(),
        form.contactPhone(),
        form.province(),
        form.city(),
        null,
        name);
  }
}
