package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.NOW;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.CaSamples.SUQIAN;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.escrow.EncryptionKey;
import io.certhall.workers.ca.escrow.KeyEnvelope;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.lint.LintFinding;
import io.certhall.workers.ca.lint.LintRule;
import io.certhall.workers.ca.profile.Profiles;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.ca.profile.Validity;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuingCycleTest {

  @TempDir static Path folder;
  static IssuingAuthority authorities;
  static CertificateAuthority authority;

  @BeforeAll
  static void open() {
    authorities = CaSamples.open(folder, GANSU, SUQIAN);
    authority = authorities.forHall("gscamce");
  }

  @ParameterizedTest
  @EnumSource(SubjectType.class)
  void a_pair_is_prepared_stored_linted_signed_and_taken_by_the_medium(SubjectType type)
      throws Exception {
    var medium = SimulatedMedium.create(RANDOM);
    var request = CaSamples.request(authority, type, SubjectKey.ofRequest(medium.request("申请人")));

    var stored = authority.prepare(request).toBytes();
    var prepared = PreparedPair.fromBytes(stored);
    assertThat(authority.lint(prepared)).isEmpty();
    var pair = authority.sign(prepared);

    var signing = new X509CertificateHolder(pair.signingCertificate());
    var encryption = new X509CertificateHolder(pair.encryptionCertificate());
    assertThat(signing.getSubject()).isEqualTo(encryption.getSubject());
    assertThat(usage(signing))
        .isEqualTo(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    assertThat(usage(encryption))
        .isEqualTo(
            new KeyUsage(
                KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement));
    assertThat(pair.signingSerial()).isEqualTo(request.signingSerial());
    assertThat(pair.encryptionSerial()).isEqualTo(request.encryptionSerial());
    assertThat(pair.validity()).isEqualTo(Validity.ofYears(NOW, 1));
    assertThat(medium.install(pair).publicKeyInfo())
        .isEqualTo(encryption.getSubjectPublicKeyInfo());
    for (var certificate : List.of(signing, encryption)) {
      assertThat(certificate.isSignatureValid(jcaVerifier(authority.certificate()))).isTrue();
    }
  }

  @Test
  void the_same_stored_bytes_give_the_same_content_whenever_they_are_signed() throws Exception {
    var prepared = prepared(SubjectType.ORG);

    var first = new X509CertificateHolder(authority.sign(prepared).signingCertificate());
    var reopened = CaSamples.open(folder, GANSU).forHall("gscamce");
    var second = new X509CertificateHolder(reopened.sign(prepared).signingCertificate());

    assertThat(first.toASN1Structure().getTBSCertificate().getEncoded())
        .isEqualTo(second.toASN1Structure().getTBSCertificate().getEncoded())
        .isEqualTo(prepared.signingBody());
  }

  @Test
  void a_kept_encryption_key_is_certified_again_so_that_old_files_stay_readable() throws Exception {
    var first = authority.sign(prepared(SubjectType.ORG));
    var old = new X509CertificateHolder(first.encryptionCertificate());
    var medium = SimulatedMedium.create(RANDOM);
    var kept = new EncryptionKey(old.getSubjectPublicKeyInfo(), first.escrow());

    var again =
        authority.sign(
            authority.prepare(
                CaSamples.request(authority, SubjectType.ORG, medium.publicKey()).keeping(kept)));

    assertThat(medium.install(again).publicKeyInfo()).isEqualTo(old.getSubjectPublicKeyInfo());
    assertThat(again.encryptionSerial()).isNotEqualTo(first.encryptionSerial());
  }

  @Test
  void an_envelope_can_be_made_again_when_writing_to_the_medium_failed() {
    var medium = SimulatedMedium.create(RANDOM);
    var pair =
        authority.sign(
            authority.prepare(
                CaSamples.request(authority, SubjectType.PERSON, medium.publicKey())));

    var again =
        authority.deliverAgain(
            pair.escrow(), pair.encryptionCertificate(), pair.signingCertificate());

    assertThat(again.der()).isNotEqualTo(pair.encryptionKey().der());
    var restored = SimulatedMedium.restore(medium.pkcs8(), RANDOM);
    assertThat(restored.install(with(pair, again)).publicKeyInfo())
        .isEqualTo(medium.install(pair).publicKeyInfo());
  }

  @Test
  void a_medium_refuses_a_pair_made_for_another_key() {
    var pair = authority.sign(prepared(SubjectType.ORG));
    var other = SimulatedMedium.create(RANDOM);

    assertFault(() -> other.install(pair), FaultCode.ENVELOPE_FOR_OTHER_KEY);
  }

  @Test
  void a_hall_does_not_sign_what_another_hall_prepared() {
    var other = authorities.forHall("gxca-suqian");

    assertFault(() -> other.sign(prepared(SubjectType.ORG)), FaultCode.PREPARED_FOR_OTHER_HALL);
  }

  @Test
  void a_hall_does_not_sign_a_body_that_names_another_issuer() {
    var p = prepared(SubjectType.ORG);
    var other = authorities.forHall("gxca-suqian");
    var moved =
        new PreparedPair("gxca-suqian", p.type(), p.signingBody(), p.encryptionBody(), p.escrow());

    assertThat(other.lint(moved))
        .extracting(LintFinding::rule)
        .contains(LintRule.ISSUER_NAME_DIFFERS, LintRule.AUTHORITY_KEY_DIFFERS);
    assertFault(() -> other.sign(moved), FaultCode.LINT_REFUSED);
  }

  @Test
  void a_pair_whose_bodies_are_swapped_is_not_signed() {
    var p = prepared(SubjectType.ORG);
    var swapped =
        new PreparedPair(p.hall(), p.type(), p.encryptionBody(), p.signingBody(), p.escrow());

    assertFault(() -> authority.sign(swapped), FaultCode.LINT_REFUSED);
  }

  @Test
  void an_escrow_of_another_key_is_not_delivered() {
    var p = prepared(SubjectType.ORG);
    var mixed =
        new PreparedPair(
            p.hall(),
            p.type(),
            p.signingBody(),
            p.encryptionBody(),
            prepared(SubjectType.ORG).escrow());

    assertFault(() -> authority.sign(mixed), FaultCode.ESCROW_UNREADABLE);
  }

  @Test
  void a_certificate_whose_signature_does_not_verify_never_leaves_the_authority() {
    var broken =
        new CertificateAuthority(
            "gscamce",
            new BrokenKey(authority.key()),
            GANSU.profiles(),
            authorities.keyService(),
            CaSamples.CLOCK);

    assertFault(() -> broken.sign(prepared(SubjectType.ORG)), FaultCode.SIGNATURE_WRONG);
  }

  @Test
  void a_type_without_a_profile_is_refused_with_its_name() {
    var onlyPersons =
        new Profiles(
            Map.of(
                new Profiles.Kind(SubjectType.PERSON, KeyAlgorithm.SM2),
                GANSU.profiles().forType("gscamce", SubjectType.PERSON)));
    var small =
        new CertificateAuthority(
            "small", authority.key(), onlyPersons, authorities.keyService(), CaSamples.CLOCK);
    var key = SimulatedMedium.create(RANDOM).publicKey();

    assertFault(
        () -> small.prepare(CaSamples.request(authority, SubjectType.ORG, key)),
        FaultCode.PROFILE_MISSING);
  }

  @Test
  void damaged_stored_bytes_are_refused() {
    var bytes = prepared(SubjectType.ORG).toBytes();
    bytes[0] = 0x31;

    assertFault(() -> PreparedPair.fromBytes(bytes), FaultCode.PREPARED_UNREADABLE);
    assertFault(() -> PreparedPair.fromBytes(new byte[0]), FaultCode.PREPARED_UNREADABLE);
  }

  @Test
  void many_threads_issue_at_once_with_serials_of_their_own() throws Exception {
    Callable<SignedPair> issue = () -> authority.sign(prepared(SubjectType.ORG_PERSON));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var serials = new HashSet<>();
      for (var result : threads.invokeAll(Collections.nCopies(40, issue))) {
        serials.add(result.get().signingSerial());
        serials.add(result.get().encryptionSerial());
      }
      assertThat(serials).hasSize(80);
    }
  }

  @Test
  void revocation_lists_are_signed_through_the_same_key() throws Exception {
    var list = new X509v2CRLBuilder(authority.certificate().getSubject(), Date.from(NOW));
    list.addCRLEntry(BigInteger.TEN, Date.from(NOW), CRLReason.keyCompromise);

    var crl = list.build(new KeyContentSigner(authority.key()));

    assertThat(crl.isSignatureValid(jcaVerifier(authority.certificate()))).isTrue();
  }

  private static PreparedPair prepared(SubjectType type) {
    var key = SimulatedMedium.create(RANDOM).publicKey();
    return authority.prepare(CaSamples.request(authority, type, key));
  }

  private static SignedPair with(SignedPair pair, KeyEnvelope envelope) {
    return new SignedPair(
        pair.signingSerial(),
        pair.signingCertificate(),
        pair.encryptionSerial(),
        pair.encryptionCertificate(),
        pair.validity(),
        envelope,
        pair.escrow());
  }

  private static KeyUsage usage(X509CertificateHolder certificate) {
    return KeyUsage.fromExtensions(certificate.getExtensions());
  }

  private static ContentVerifierProvider jcaVerifier(X509CertificateHolder issuer)
      throws Exception {
    return new JcaContentVerifierProviderBuilder()
        .setProvider(new BouncyCastleProvider())
        .build(issuer);
  }

  /** A key device that signs something else than it was given. */
  private record BrokenKey(SigningKey key) implements SigningKey {
    @Override
    public AlgorithmIdentifier algorithm() {
      return key.algorithm();
    }

    @Override
    public List<X509CertificateHolder> chain() {
      return key.chain();
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
      return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] toBeSigned) {
      return key.sign(new byte[] {1});
    }
  }
}
