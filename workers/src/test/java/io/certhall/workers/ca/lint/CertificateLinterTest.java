package io.certhall.workers.ca.lint;

import static io.certhall.workers.ca.CaSamples.CLOCK;
import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.NOW;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.PreparedPair;
import io.certhall.workers.ca.SimulatedMedium;
import io.certhall.workers.ca.fault.CaText;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.profile.IdentityOids;
import io.certhall.workers.ca.profile.PairProfile;
import io.certhall.workers.ca.profile.SubjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateLinterTest {

  private static final SubjectType TYPE = SubjectType.ORG_PERSON;
  private static final PairProfile PROFILE = GANSU.profiles().forType("gscamce", TYPE);
  private static final IdentityOids OIDS = IdentityOids.GMT_0015;

  @TempDir static Path folder;
  static CertificateAuthority authority;
  static Issuer issuer;
  static PreparedPair pair;
  static EditableBody good;

  private final CertificateLinter linter = new CertificateLinter(CLOCK);

  @BeforeAll
  static void prepare() {
    authority = CaSamples.open(folder, GANSU).forHall("gscamce");
    issuer = Issuer.of(authority.key());
    var key = SimulatedMedium.create(RANDOM).publicKey();
    pair = authority.prepare(CaSamples.request(authority, TYPE, key));
    good = EditableBody.of(pair.signingBody());
  }

  @Test
  void a_body_as_the_authority_writes_it_has_no_findings() {
    assertThat(linter.lint(good.der(), PROFILE.signing(), issuer)).isEmpty();
    assertThat(linter.lintPair(pair.signingBody(), pair.encryptionBody(), PROFILE, issuer))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "(PAIR|RSA)_.*")
  void each_rule_refuses_a_body_that_breaks_it_and_says_why(LintRule rule) {
    var spoilt = new SpoiltBodies(good, authority).breaking(rule);

    assertRefused(rule, linter.lint(spoilt, PROFILE.signing(), issuerFor(rule)));
  }

  @Test
  void there_are_more_than_fifty_rules_and_each_has_its_own_reason() {
    assertThat(LintRule.values()).hasSizeGreaterThan(50);
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      assertThat(LintRule.values())
          .extracting(rule -> CaText.of(locale, "lint." + rule, ""))
          .doesNotHaveDuplicates();
    }
  }

  /** The finding names the rule and the certificate and carries the rule's words. */
  private static void assertRefused(LintRule rule, List<LintFinding> findings) {
    var finding = findings.stream().filter(f -> f.rule() == rule).findFirst();
    assertThat(finding).as(findings.toString()).isPresent();
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      assertThat(finding.orElseThrow().reason(locale))
          .isEqualTo(
              rule
                  + " ["
                  + finding.orElseThrow().certificate()
                  + "] "
                  + CaText.of(locale, "lint." + rule, finding.orElseThrow().detail()));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "PAIR_.*")
  void each_rule_about_the_pair_refuses_a_pair_that_breaks_it_and_says_why(LintRule rule) {
    var encryption = EditableBody.of(pair.encryptionBody());
    var spoilt = spoiltEncryption(rule, encryption);

    assertRefused(rule, linter.lintPair(pair.signingBody(), spoilt.der(), PROFILE, issuer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"张\u0000三", "张\u200b三", "\u202e张三", "张三 ", " 张三", "张\ufffd三", "张\n三", "\ue000"})
  void invisible_or_misleading_characters_are_refused(String name) {
    assertThat(rules(good.subject(BCStyle.CN, name).der()))
        .containsExactly(LintRule.SUBJECT_CHARACTER_FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"欧阳·娜娜", "𠮷田 太郎", "Müller-Lüdenscheidt", "㐂"})
  void names_in_use_are_accepted(String name) {
    assertThat(rules(good.subject(BCStyle.CN, name).der())).isEmpty();
  }

  @Test
  void sixty_four_characters_are_a_name_and_sixty_five_are_not() {
    assertThat(rules(good.subject(BCStyle.O, "公".repeat(64)).der())).isEmpty();
    assertThat(rules(good.subject(BCStyle.O, "公".repeat(65)).der()))
        .containsExactly(LintRule.SUBJECT_VALUE_TOO_LONG);
  }

  @Test
  void any_resident_number_in_a_name_is_found_by_its_check_digit() {
    assertThat(rules(good.subject(BCStyle.O, "某公司11010519491231002X号").der()))
        .containsExactly(LintRule.SUBJECT_SHOWS_PERSON_NUMBER);
    assertThat(rules(good.subject(BCStyle.O, "某公司110105194912310021号").der())).isEmpty();
  }

  @Test
  void officer_ids_and_passports_are_accepted_in_their_own_form() {
    var passport = new DERTaggedObject(true, 2, new DERPrintableString("E12345678"));
    var officer = new DERTaggedObject(true, 1, new DERUTF8String("军字第1234号"));
    var wrong = new DERTaggedObject(true, 3, new DERPrintableString("E12345678"));

    assertThat(rules(good.extension(OIDS.person(), passport).der())).isEmpty();
    assertThat(rules(good.extension(OIDS.person(), officer).der())).isEmpty();
    assertThat(rules(good.extension(OIDS.person(), wrong).der()))
        .containsExactly(LintRule.PERSON_NUMBER_INVALID);
  }

  @Test
  void a_body_without_extensions_lacks_each_of_them() {
    assertThat(rules(good.withoutExtensions().der()))
        .filteredOn(rule -> rule == LintRule.EXTENSION_MISSING)
        .hasSize(10);
  }

  @Test
  void a_finding_names_the_certificate_and_says_why_in_two_languages() {
    var finding =
        linter.lint(good.serial(BigInteger.ONE).der(), PROFILE.signing(), issuer).getFirst();

    assertThat(finding.toString()).isEqualTo("SERIAL_TOO_SHORT [ORG_PERSON/signing] 序列号不足64位：1位");
    assertThat(finding.reason(Locale.ENGLISH))
        .contains("The serial number has fewer than 64 bits: 1");
  }

  @Test
  void findings_never_repeat_a_persons_number() {
    var shown = good.subject(BCStyle.CN, "张三" + CaSamples.RESIDENT_NUMBER).der();

    assertThat(linter.lint(shown, PROFILE.signing(), issuer))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.toString()).doesNotContain(CaSamples.RESIDENT_NUMBER));
  }

  private List<LintRule> rules(byte[] body) {
    return linter.lint(body, PROFILE.signing(), issuer).stream().map(LintFinding::rule).toList();
  }

  private static Issuer issuerFor(LintRule rule) {
    if (rule != LintRule.ISSUER_MAY_NOT_ISSUE) {
      return issuer;
    }
    var holder = SimulatedMedium.create(RANDOM).publicKey();
    var leaf = authority.sign(authority.prepare(CaSamples.request(authority, TYPE, holder)));
    try {
      return new Issuer(new X509CertificateHolder(leaf.signingCertificate()), Sm2.SIGNATURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EditableBody spoiltEncryption(LintRule rule, EditableBody encryption) {
    return switch (rule) {
      case PAIR_KEYS_EQUAL ->
          encryption.with(EditableBody.KEY, good.fields().get(EditableBody.KEY));
      case PAIR_SUBJECTS_DIFFER -> encryption.subject(BCStyle.CN, "李四");
      case PAIR_SERIALS_EQUAL ->
          encryption.with(EditableBody.SERIAL, good.fields().get(EditableBody.SERIAL));
      case PAIR_VALIDITIES_DIFFER -> encryption.validity(NOW, NOW.plus(Duration.ofDays(30)));
      case PAIR_IDENTITIES_DIFFER ->
          encryption.extension(
              OIDS.person(),
              new DERTaggedObject(true, 0, new DERPrintableString("11010519491231002X")));
      default -> throw new IllegalArgumentException(rule + " is not about pairs");
    };
  }
}
