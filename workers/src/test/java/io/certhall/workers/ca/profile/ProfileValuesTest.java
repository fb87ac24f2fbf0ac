package io.certhall.workers.ca.profile;

import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileValuesTest {

  private static final Instant LEAP_DAY = Instant.parse("2028-02-29T02:30:00.9Z");

  @Test
  void years_are_counted_in_the_holders_calendar_and_in_whole_seconds() {
    var validity = Validity.ofYears(LEAP_DAY, 1);

    assertThat(validity.notBefore()).isEqualTo("2028-02-29T02:30:00Z");
    assertThat(validity.notAfter()).isEqualTo("2029-02-28T02:30:00Z");
  }

  @Test
  void the_last_hours_of_29_february_in_shanghai_are_already_1_march() {
    var evening = Instant.parse("2028-02-29T17:00:00Z");

    assertThat(Validity.ofYears(evening, 1).notAfter()).isEqualTo("2029-02-28T17:00:00Z");
  }

  @Test
  void a_renewal_keeps_the_days_left_and_a_late_one_starts_today() {
    var now = Instant.parse("2026-11-20T00:00:00Z");
    var end = Instant.parse("2026-12-31T00:00:00Z");

    assertThat(Validity.renewed(now, end, 1).notAfter()).isEqualTo("2027-12-31T00:00:00Z");
    assertThat(Validity.renewed(end, now, 1).notAfter()).isEqualTo("2027-12-31T00:00:00Z");
  }

  @Test
  void a_validity_of_no_time_is_refused() {
    assertFault(() -> Validity.ofYears(LEAP_DAY, 0), FaultCode.FIELD_INVALID);
    assertFault(() -> new Validity(LEAP_DAY, LEAP_DAY), FaultCode.FIELD_INVALID);
  }

  @Test
  void random_serials_are_positive_long_and_different() {
    var serials = new HashSet<SerialNumber>();
    for (var i = 0; i < 1000; i++) {
      serials.add(SerialNumber.random(RANDOM));
    }

    assertThat(serials)
        .hasSize(1000)
        .allSatisfy(s -> assertThat(s.value().bitLength()).isBetween(64, 128));
  }

  @Test
  void a_serial_is_written_in_hexadecimal_and_read_back() {
    var serial = new SerialNumber(BigInteger.ONE.shiftLeft(64).add(BigInteger.valueOf(0xab)));

    assertThat(serial).hasToString("0100000000000000AB");
    assertThat(SerialNumber.parse(serial.toString())).isEqualTo(serial);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xyz", "00", "-0100000000000000AB", "7FFFFFFFFFFFFFFF"})
  void a_serial_that_is_too_small_or_no_number_is_refused(String text) {
    assertFault(() -> SerialNumber.parse(text), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_serial_of_more_than_20_octets_is_refused() {
    assertFault(() -> new SerialNumber(BigInteger.ONE.shiftLeft(159)), FaultCode.FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://x/y", "http://", "http://ex ample/x", "http://例/x"})
  void an_address_that_is_no_url_is_refused(String url) {
    var good = "http://pki.example.cn/x";

    assertFault(() -> new CaUrls(url, good, good), FaultCode.FIELD_INVALID);
    assertFault(() -> new CaUrls(good, url, good), FaultCode.FIELD_INVALID);
    assertFault(() -> new CaUrls(good, good, url), FaultCode.FIELD_INVALID);
  }

  @Test
  void addresses_stand_below_the_base_with_or_without_its_last_slash() {
    assertThat(CaUrls.below("http://pki.example.cn/", "bzt"))
        .isEqualTo(CaUrls.below("http://pki.example.cn", "bzt"))
        .extracting(CaUrls::crl)
        .isEqualTo("http://pki.example.cn/crl/bzt.crl");
  }

  @Test
  void a_profile_without_key_usage_policy_or_years_is_refused() {
    assertFault(() -> profile(Set.of(), true, 1), FaultCode.FIELD_MISSING);
    assertFault(() -> profile(Set.of(KeyUse.KEY_AGREEMENT), false, 1), FaultCode.FIELD_MISSING);
    assertFault(() -> profile(Set.of(KeyUse.KEY_AGREEMENT), true, 0), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_pair_of_profiles_for_different_subjects_is_refused() {
    var profiles = CaSamples.GANSU.profiles();
    var organisation = profiles.forType("h", SubjectType.ORG).signing();
    var person = profiles.forType("h", SubjectType.PERSON).encryption();

    assertFault(() -> new PairProfile(organisation, person), FaultCode.FIELD_INVALID);
  }

  private static CertificateProfile profile(Set<KeyUse> uses, boolean policy, int years) {
    return new CertificateProfile(
        "test",
        SubjectType.PERSON,
        KeyAlgorithm.SM2,
        SubjectTemplate.parse("CN={person}"),
        uses,
        List.of(),
        policy ? List.of(new ASN1ObjectIdentifier("2.999.1")) : List.of(),
        CaUrls.below("http://pki.example.cn", "h"),
        IdentityOids.GMT_0015,
        years,
        0);
  }
}
