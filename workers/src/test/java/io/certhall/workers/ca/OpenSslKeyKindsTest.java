package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.escrow.CmsKeyEnvelope;
import io.certhall.workers.ca.escrow.EncryptionKey;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeyMaterial;
import io.certhall.workers.ca.profile.SubjectType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Lets OpenSSL judge the certificates and envelopes of keys other than SM2. */
class OpenSslKeyKindsTest {

  @TempDir Path folder;
  OpenSsl openSsl;

  @BeforeEach
  void find() throws Exception {
    openSsl = OpenSsl.in(folder);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SM2")
  void openssl_accepts_the_whole_chain_of_both_certificates(KeyAlgorithm algorithm)
      throws Exception {
    var authority = CaSamples.authority(folder, algorithm);
    issue(authority, algorithm.generate(RANDOM));

    for (var leaf : new String[] {"sign.crt", "enc.crt"}) {
      assertThat(
              openSsl.output(
                  "verify",
                  "-x509_strict",
                  "-CAfile",
                  "root." + algorithm.family().code() + ".pem",
                  "-untrusted",
                  authority.name() + ".pem",
                  leaf))
          .contains(leaf + ": OK");
    }
    assertThat(openSsl.output("x509", "-inform", "DER", "-in", "enc.crt", "-noout", "-text"))
        .contains(
            algorithm.family() == KeyAlgorithm.Family.RSA
                ? "Key Encipherment, Data Encipherment"
                : "Key Agreement")
        .contains(
            algorithm.family() == KeyAlgorithm.Family.RSA
                ? "sha256WithRSAEncryption"
                : "ecdsa-with-SHA256")
        .contains("URI:http://pki.example.cn/crl/" + authority.name() + ".crl");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SM2")
  void openssl_opens_the_enveloped_encryption_key_with_the_signing_key(KeyAlgorithm algorithm)
      throws Exception {
    var medium = algorithm.generate(RANDOM);
    var pair = issue(CaSamples.authority(folder, algorithm), medium);
    Files.write(folder.resolve("key.cms"), pair.encryptionKey().der());
    Files.write(folder.resolve("medium.p8"), medium.privateKey().getEncoded());

    openSsl.output(
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "key.cms",
        "-keyform",
        "DER",
        "-inkey",
        "medium.p8",
        "-out",
        "opened.p8");

    var opened =
        KeyMaterial.of(
            PrivateKeyInfo.getInstance(Files.readAllBytes(folder.resolve("opened.p8"))), "test");
    assertThat(opened.publicKey())
        .isEqualTo(
            new X509CertificateHolder(pair.encryptionCertificate()).getSubjectPublicKeyInfo());
    assertThat(pair.encryptionKey().skfBlob()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SM2")
  void a_request_made_by_openssl_is_issued_for(KeyAlgorithm algorithm) throws Exception {
    var authority = CaSamples.authority(folder, algorithm);
    openSsl.output(
        algorithm.family() == KeyAlgorithm.Family.RSA
            ? new String[] {
              "genpkey",
              "-algorithm",
              "RSA",
              "-pkeyopt",
              "rsa_keygen_bits:" + algorithm.bits(),
              "-out",
              "k.pem"
            }
            : new String[] {
              "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "k.pem"
            });
    openSsl.output("req", "-new", "-key", "k.pem", "-sha256", "-subj", "/CN=x", "-out", "k.csr");

    var key = SubjectKey.ofRequest(Files.readString(folder.resolve("k.csr")));

    assertThat(key.proven()).isTrue();
    var pair =
        authority.sign(authority.prepare(CaSamples.request(authority, SubjectType.ORG, key)));
    assertThat(new X509CertificateHolder(pair.signingCertificate()).getSubjectPublicKeyInfo())
        .isEqualTo(key.info());
  }

  @Test
  void an_envelope_opens_with_the_right_key_only() throws Exception {
    var medium = KeyAlgorithm.EC_P256.generate(RANDOM);
    var pair = issue(CaSamples.authority(folder, KeyAlgorithm.EC_P256), medium);
    var envelope = new CmsKeyEnvelope(pair.encryptionKey().der());

    assertThat(envelope.open(medium).algorithm()).isEqualTo(KeyAlgorithm.EC_P256);
    Faults.assertFault(
        () -> envelope.open(KeyAlgorithm.EC_P256.generate(RANDOM)),
        FaultCode.ENVELOPE_FOR_OTHER_KEY);
    Faults.assertFault(
        () -> new CmsKeyEnvelope(new byte[] {0x30, 0}).open(medium),
        FaultCode.ENVELOPE_FOR_OTHER_KEY);
  }

  @Test
  void a_key_of_another_family_is_refused_with_the_command_that_helps() throws Exception {
    var authority = CaSamples.authority(folder, KeyAlgorithm.RSA_2048);
    var sm2 = SimulatedMedium.create(RANDOM).publicKey();

    Faults.assertFault(
        () -> authority.prepare(CaSamples.request(authority, SubjectType.ORG, sm2)),
        FaultCode.CA_FOR_KEY_MISSING);
    Faults.assertFault(
        () -> CaSamples.open(folder, CaSamples.GANSU).forKey("gscamce", KeyAlgorithm.SM2),
        FaultCode.CA_FOR_KEY_MISSING);
  }

  @Test
  void an_escrowed_rsa_key_is_never_in_clear_and_survives_a_rewrap() throws Exception {
    var service = CaSamples.open(folder, CaSamples.GANSU).keyService();
    var key = service.generate(KeyAlgorithm.RSA_2048);
    var again = service.rewrap(key);

    assertThat(again.publicKey()).isEqualTo(key.publicKey());
    assertThat(again.escrow()).isNotEqualTo(key.escrow());
    var damaged = key.escrow().clone();
    damaged[damaged.length - 1] ^= 1;
    Faults.assertFault(
        () -> service.rewrap(new EncryptionKey(key.publicKey(), damaged)),
        FaultCode.ESCROW_UNREADABLE);
  }

  private SignedPair issue(CertificateAuthority authority, KeyMaterial medium) throws Exception {
    var key = new SubjectKey(medium.publicKey(), false);
    var pair =
        authority.sign(authority.prepare(CaSamples.request(authority, SubjectType.ORG, key)));
    Files.write(folder.resolve("sign.crt"), pair.signingCertificate());
    Files.write(folder.resolve("enc.crt"), pair.encryptionCertificate());
    return pair;
  }
}
