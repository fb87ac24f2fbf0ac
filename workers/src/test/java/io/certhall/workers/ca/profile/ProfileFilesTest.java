package io.certhall.workers.ca.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFilesTest {

  private static final String BASE = "http://pki.example.cn";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"gscamce", "gxca-suqian", "cfca-suqian", "sdca", "szca-hunan", "chinagas", "new"})
  void every_hall_has_profiles_for_all_types_and_kinds_of_key(String hall) {
    var profiles = ProfileFiles.shipped().forHall(hall, BASE).forCa(hall);

    for (var type : SubjectType.values()) {
      for (var algorithm : KeyAlgorithm.values()) {
        assertThat(profiles.forType(hall, type, algorithm).signing().type()).isEqualTo(type);
      }
    }
  }

  @Test
  void a_halls_own_file_says_only_what_differs_from_the_standard() {
    var own = profile(ProfileFiles.shipped(), "gxca-suqian");

    assertThat(own.maxYears()).isEqualTo(4);
    assertThat(own.policies()).hasToString("[2.999.156.1.2]");
    assertThat(own.subject()).isEqualTo(profile(ProfileFiles.shipped(), "sdca").subject());
  }

  @Test
  void addresses_bear_the_name_of_the_ca_that_issues() {
    var urls =
        ProfileFiles.shipped()
            .forHall("sdca", BASE + "/")
            .forCa("sdca.rsa.g2")
            .forType("sdca", SubjectType.ORG, KeyAlgorithm.RSA_2048)
            .signing()
            .urls();

    assertThat(urls)
        .isEqualTo(
            new CaUrls(
                BASE + "/crl/sdca.rsa.g2.crl", BASE + "/ocsp", BASE + "/ca/sdca.rsa.g2.cer"));
  }

  @Test
  void a_file_of_the_installation_goes_before_the_shipped_one() throws Exception {
    write("base: standard/ORG\nvalidity: {maxYears: 2, carryOverDays: 0}\n");

    assertThat(profile(ProfileFiles.under(folder), "demo").maxYears()).isEqualTo(2);
    assertThat(profile(ProfileFiles.under(folder), "other").maxYears()).isEqualTo(5);
  }

  @Test
  void keys_that_a_profile_leaves_out_are_refused() throws Exception {
    write(
        "base: standard/ORG\nkeys: [{algorithm: SM2, signing: [digitalSignature],"
            + " encryption: [keyAgreement]}]\n");
    var profiles = ProfileFiles.under(folder).forHall("demo", BASE).forCa("demo");

    var fault =
        catchThrowableOfType(
            CaFault.class, () -> profiles.forType("demo", SubjectType.ORG, KeyAlgorithm.RSA_2048));
    assertThat(fault.code()).isEqualTo(FaultCode.PROFILE_MISSING);
    assertThat(fault).hasMessageContaining("RSA-2048");
  }

  /** Each row: what replaces a field of the standard profile, and the field the refusal names. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: ORGANISATION | type",
        "type: PERSON | type",
        "type: | type",
        "subject: | subject",
        "subject: [CN] | subject",
        "subject: \"CN\" | subject",
        "subject: \"C=CN, O={organisation}\" | subject",
        "subject: \"C=CN, CN={person}\" | subject",
        "subject: \"C=CN, CN={nobody}\" | subject",
        "subject: \"X=CN, CN={organisation}\" | subject",
        "validity: 5 | validity",
        "validity: {carryOverDays: 1} | validity.maxYears",
        "validity: {maxYears: 0, carryOverDays: 1} | validity.maxYears",
        "validity: {maxYears: 11, carryOverDays: 1} | validity.maxYears",
        "validity: {maxYears: five, carryOverDays: 1} | validity.maxYears",
        "validity: {maxYears: 1, carryOverDays: -1} | validity.carryOverDays",
        "validity: {maxYears: 1, carryOverDays: 1, months: 3} | validity.months",
        "keys: [] | keys",
        "keys: SM2 | keys",
        "keys: [SM2] | keys[0]",
        "keys: [{algorithm: RSA-1024, signing: [digitalSignature], encryption: [keyEncipherment]}] | keys[0].algorithm",
        "keys: [{signing: [digitalSignature], encryption: [keyAgreement]}] | keys[0].algorithm",
        "keys: [{algorithm: SM2, encryption: [keyAgreement]}] | keys[0].signing",
        "keys: [{algorithm: SM2, signing: [nonRepudiation], encryption: [keyAgreement]}] | keys[0].signing",
        "keys: [{algorithm: SM2, signing: [digitalSignature, keyAgreement], encryption: [keyAgreement]}] | keys[0].signing",
        "keys: [{algorithm: SM2, signing: [keyCertSign], encryption: [keyAgreement]}] | keys[0].signing",
        "keys: [{algorithm: SM2, signing: [digitalSignature], encryption: [digitalSignature]}] | keys[0].encryption",
        "keys: [{algorithm: SM2, signing: [digitalSignature], encryption: []}] | keys[0].encryption",
        "keys: [{algorithm: RSA-2048, signing: [digitalSignature], encryption: [keyAgreement]}] | keys[0].encryption",
        "keys: [{algorithm: EC-P256, signing: [digitalSignature], encryption: [keyEncipherment]}] | keys[0].encryption",
        "keys: [{algorithm: SM2, signing: [digitalSignature], encryption: [keyAgreement], size: 1}] | keys[0].size",
        "extendedUses: clientAuth | extendedUses",
        "extendedUses: [anything] | extendedUses",
        "identity: {} | identity.organisation",
        "identity: {organisation: x} | identity.organisation",
        "identity: {organisation: 1.2.3.4, passport: 1.2.3.4} | identity.passport",
        "policies: [] | policies",
        "policies: | policies",
        "policies: [any] | policies",
        "urls: {crl: \"{base}/crl/{ca}.crl\", ocsp: \"{base}/ocsp/{ca}\"} | urls.issuer",
        "urls: {crl: \"{base}/crl.crl\", ocsp: \"{base}/{ca}\", issuer: \"{base}/{ca}\"} | urls.crl",
        "urls: {crl: \"ldap://x/{ca}\", ocsp: \"{base}/{ca}\", issuer: \"{base}/{ca}\"} | urls",
        "urls: {crl: \"http://cdn.cn/{ca}.crl\", ocsp: \"{base}/ocsp\", issuer: \"{base}/ca/{ca}.cer\"} | urls",
        "colour: red | colour"
      })
  void a_wrong_profile_is_refused_with_its_file_and_field(String line, String field)
      throws Exception {
    write("base: standard/ORG\n" + line + "\n");

    var fault =
        catchThrowableOfType(CaFault.class, () -> ProfileFiles.under(folder).forHall("demo", BASE));

    assertThat(fault).as(line).isNotNull();
    for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
      assertThat(fault.text(locale)).contains(field).contains("ORG.yaml");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard/NONE", "../ORG", "demo/ORG"})
  void a_base_that_is_missing_or_goes_round_in_circles_is_refused(String base) throws Exception {
    write("base: " + base + "\n");

    assertThat(
            catchThrowableOfType(
                CaFault.class, () -> ProfileFiles.under(folder).forHall("demo", BASE)))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"just text", "a: [", "a: 1\na: 2"})
  void a_file_that_is_no_mapping_is_refused(String text) throws Exception {
    write(text);

    assertThat(
            catchThrowableOfType(
                CaFault.class, () -> ProfileFiles.under(folder).forHall("demo", BASE)))
        .hasMessageContaining("ORG.yaml");
  }

  private void write(String text) throws Exception {
    Files.createDirectories(folder.resolve("demo"));
    Files.writeString(folder.resolve("demo/ORG.yaml"), text);
  }

  private static CertificateProfile profile(ProfileFiles files, String hall) {
    return files.forHall(hall, BASE).forCa(hall).forType(hall, SubjectType.ORG).signing();
  }
}
