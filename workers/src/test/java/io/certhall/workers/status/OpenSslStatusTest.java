package io.certhall.workers.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.status.Revocation;
import io.certhall.processes.status.RevocationListQueue.Entry;
import io.certhall.processes.status.RevocationReason;
import io.certhall.processes.status.StatusShard;
import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.OpenSsl;
import io.certhall.workers.ca.ResponderCeremony;
import io.certhall.workers.ca.SimulatedMedium;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.profile.CaUrls;
import io.certhall.workers.ca.profile.SubjectType;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lets OpenSSL judge answers and lists of an EC and of an SM2 authority. */
class OpenSslStatusTest {

  private static final BigInteger SERIAL = new BigInteger("6f00112233445566778899aabbccdd0b", 16);
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant NEXT = NOW.plus(Duration.ofDays(1));
  private static final Revocation HOLD =
      new Revocation(NOW.minusSeconds(60), RevocationReason.CERTIFICATE_HOLD);
  private static final Revocation COMPROMISED =
      new Revocation(NOW.minusSeconds(60), RevocationReason.KEY_COMPROMISE);
  private static final String DISTINGUISHING_ID = "distid:1234567812345678";

  @TempDir Path folder;
  OpenSsl openSsl;

  @BeforeEach
  void open() throws Exception {
    openSsl = OpenSsl.in(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-sha1", "-sha256", "-sm3"})
  void openssl_accepts_good_held_and_revoked_answers_in_each_hash(String hash) throws Exception {
    EcKey ca = EcKey.authority();
    write("ca.pem", ca.certificate());
    write("leaf.pem", ca.holder(SERIAL));
    OcspSigner signer = new OcspSigner(ca.responder(), ca.certificate());

    Files.write(folder.resolve("good.der"), signer.sign(SERIAL, null, NOW, NEXT));
    Files.write(folder.resolve("held.der"), signer.sign(SERIAL, HOLD, NOW, NEXT));
    Files.write(folder.resolve("revoked.der"), signer.sign(SERIAL, COMPROMISED, NOW, NEXT));

    assertThat(asked("good.der", hash)).contains("Response verify OK", "leaf.pem: good");
    assertThat(asked("held.der", hash))
        .contains("Response verify OK", "leaf.pem: revoked", "Reason: certificateHold");
    assertThat(asked("revoked.der", hash))
        .contains("Response verify OK", "leaf.pem: revoked", "Reason: keyCompromise");
  }

  @Test
  void openssl_refuses_an_answer_with_one_changed_bit() throws Exception {
    EcKey ca = EcKey.authority();
    write("ca.pem", ca.certificate());
    write("leaf.pem", ca.holder(SERIAL));
    byte[] answer = new OcspSigner(ca, ca.certificate()).sign(SERIAL, null, NOW, NEXT);
    Files.write(folder.resolve("own.der"), answer);
    assertThat(asked("own.der", "-sha1")).contains("Response verify OK");

    answer[answer.length - 1] ^= 1;
    Files.write(folder.resolve("spoilt.der"), answer);

    assertThat(asked("spoilt.der", "-sha1")).contains("Response Verify Failure");
  }

  private String asked(String answer, String hash) throws Exception {
    return openSsl
        .run(
            "ocsp",
            "-respin",
            answer,
            "-CAfile",
            "ca.pem",
            "-issuer",
            "ca.pem",
            hash,
            "-cert",
            "leaf.pem")
        .output();
  }

  @Test
  void openssl_verifies_the_list_and_its_partition_and_finds_the_certificate_there()
      throws Exception {
    EcKey ca = EcKey.authority();
    write("ca.pem", ca.certificate());
    write("leaf.pem", ca.holder(SERIAL));
    write("other.pem", ca.holder(SERIAL.add(BigInteger.ONE)));
    RevocationListSigner signer = new RevocationListSigner(ca, EcKey.URLS);
    List<Entry> entries = List.of(new Entry(SERIAL.toString(16), COMPROMISED));
    writeList("full", signer.sign(StatusShard.FULL, 7, entries, NOW, NEXT));
    writeList("part", signer.sign(0xb, 3, entries, NOW, NEXT));

    for (String list : List.of("full", "part")) {
      assertThat(
              openSsl.output("crl", "-in", list + ".pem", "-CAfile", "ca.pem", "-noout", "-text"))
          .contains("verify OK", "Key Compromise", "6F00112233445566778899AABBCCDD0B");
      assertThat(checked(list, "leaf.pem")).contains("certificate revoked");
    }
    assertThat(checked("full", "other.pem")).contains("other.pem: OK");
    assertThat(checked("part", "other.pem"))
        .as("another partition tells nothing of it")
        .contains("different CRL scope");
    assertThat(openSsl.output("crl", "-in", "part.pem", "-noout", "-text"))
        .contains(
            "http://pki.example.cn/crl/ec/b.crl", "X509v3 Issuing Distribution Point: critical");
  }

  private String checked(String list, String certificate) throws Exception {
    return openSsl
        .run("verify", "-crl_check", "-CAfile", "ca.pem", "-CRLfile", list + ".pem", certificate)
        .output();
  }

  /** OpenSSL 3.0 gives the SM2 id neither to answers nor to lists: it verifies their bytes. */
  @Test
  void openssl_accepts_what_an_sm2_authority_and_its_responder_sign() throws Exception {
    CertificateAuthority ca =
        CaSamples.open(folder.resolve("ca"), CaSamples.GANSU).forHall("gscamce");
    SigningKey responder = ResponderCeremony.open(folder.resolve("ca"), ca, CaSamples.CLOCK);
    X509CertificateHolder leaf = issued(ca);
    write("ca.pem", ca.certificate());
    write("responder.pem", responder.certificate());
    write("leaf.pem", leaf);

    assertThat(
            openSsl.output(
                "verify",
                "-x509_strict",
                "-partial_chain",
                "-purpose",
                "ocsphelper",
                "-vfyopt",
                DISTINGUISHING_ID,
                "-trusted",
                "ca.pem",
                "responder.pem"))
        .contains("responder.pem: OK");
    byte[] answer =
        new OcspSigner(responder, ca.certificate()).sign(leaf.getSerialNumber(), HOLD, NOW, NEXT);
    Files.write(folder.resolve("held.der"), answer);
    assertThat(
            openSsl.output(
                "ocsp",
                "-respin",
                "held.der",
                "-noverify",
                "-issuer",
                "ca.pem",
                "-cert",
                "leaf.pem",
                "-resp_text"))
        .contains("leaf.pem: revoked", "certificateHold", "OCSP No Check", "SM2-with-SM3");
    BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
    assertSigned("responder.pem", basic.getTBSResponseData(), basic.getSignature());

    byte[] list =
        new RevocationListSigner(ca.key(), CaUrls.below("http://pki.example.cn", "gscamce"))
            .sign(
                StatusShard.of(leaf.getSerialNumber().toString(16)),
                1,
                List.of(new Entry(leaf.getSerialNumber().toString(16), HOLD)),
                NOW,
                NEXT);
    writeList("part", list);
    assertThat(openSsl.output("crl", "-in", "part.pem", "-noout", "-text"))
        .contains("Certificate Hold");
    X509CRLHolder crl = new X509CRLHolder(list);
    assertSigned(
        "ca.pem",
        crl.toASN1Structure().getTBSCertList().getEncoded("DER"),
        crl.toASN1Structure().getSignature().getOctets());
    assertThat(addresses(crl.getExtension(Extension.issuingDistributionPoint)))
        .as("the certificate names the partition's address")
        .isSubsetOf(addresses(leaf.getExtension(Extension.cRLDistributionPoints)))
        .hasSize(1);
  }

  private static List<String> addresses(Extension extension) {
    return Pattern.compile("http://[!-~]+?\\.crl")
        .matcher(new String(extension.getExtnValue().getOctets(), StandardCharsets.ISO_8859_1))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private void assertSigned(String certificate, byte[] content, byte[] signature) throws Exception {
    Files.write(folder.resolve("tbs"), content);
    Files.write(folder.resolve("sig"), signature);
    openSsl.output("x509", "-in", certificate, "-pubkey", "-noout", "-out", "pub.pem");
    assertThat(
            openSsl.output(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "pub.pem",
                "-rawin",
                "-digest",
                "sm3",
                "-in",
                "tbs",
                "-sigfile",
                "sig",
                "-pkeyopt",
                DISTINGUISHING_ID))
        .contains("Signature Verified Successfully");
  }

  @Test
  void a_responder_is_kept_and_made_anew_before_its_certificate_ends() {
    CertificateAuthority ca =
        CaSamples.open(folder.resolve("ca"), CaSamples.GANSU).forHall("gscamce");
    SigningKey first = ResponderCeremony.open(folder.resolve("ca"), ca, CaSamples.CLOCK);

    assertThat(ResponderCeremony.open(folder.resolve("ca"), ca, CaSamples.CLOCK).certificate())
        .isEqualTo(first.certificate());
    assertThat(ResponderCeremony.isEnding(first, NOW)).isFalse();
    Clock later = Clock.offset(CaSamples.CLOCK, Duration.ofDays(340));
    assertThat(ResponderCeremony.isEnding(first, later.instant())).isTrue();
    assertThat(ResponderCeremony.open(folder.resolve("ca"), ca, later).certificate())
        .isNotEqualTo(first.certificate());
  }

  private static X509CertificateHolder issued(CertificateAuthority ca) throws Exception {
    SimulatedMedium medium = SimulatedMedium.create(CaSamples.RANDOM);
    var request =
        CaSamples.request(ca, SubjectType.ORG, SubjectKey.ofRequest(medium.request("申请人")));
    return new X509CertificateHolder(ca.sign(ca.prepare(request)).signingCertificate());
  }

  private void write(String file, X509CertificateHolder certificate) throws Exception {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(certificate);
    }
    Files.writeString(folder.resolve(file), text.toString());
  }

  private void writeList(String name, byte[] der) throws Exception {
    Files.write(folder.resolve(name + ".crl"), der);
    openSsl.output("crl", "-inform", "DER", "-in", name + ".crl", "-out", name + ".pem");
  }
}
