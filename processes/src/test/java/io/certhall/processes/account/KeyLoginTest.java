package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.account.KeyLogin.Answer;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ProcessesTest
class KeyLoginTest {

  private static final String ORIGIN = "https://hall.example";

  private final KeyLogin login;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final DSLContext dsl;

  KeyLoginTest(KeyLogin login, TestCertificates certificates, TestOrders orders, DSLContext dsl) {
    this.login = login;
    this.certificates = certificates;
    this.orders = orders;
    this.dsl = dsl;
  }

  private record Key(Actor holder, String serial, KeyPair pair, String algorithm, byte[] der) {

    Answer signs(String message) throws Exception {
      Signature signature = Signature.getInstance(algorithm, new BouncyCastleProvider());
      signature.initSign(pair.getPrivate());
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      Base64.Encoder base64 = Base64.getEncoder();
      return new Answer(
          base64.encodeToString(der), base64.encodeToString(signature.sign()), algorithm);
    }
  }

  private Key key(String curve, String algorithm) throws Exception {
    Actor holder = orders.applicant();
    String serial = certificates.issued(holder, TestOrders.HALL);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    Key key = new Key(holder, serial, pair, algorithm, certified(serial, pair, algorithm));
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.DER, key.der())
        .where(CERTIFICATE.SERIAL.eq(serial))
        .execute();
    return key;
  }

  private static byte[] certified(String serial, KeyPair pair, String algorithm) throws Exception {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            new X500Name("CN=CA"),
            new BigInteger(serial, 16),
            Date.from(now),
            Date.from(now.plusSeconds(3600)),
            new X500Name("CN=holder"),
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
        .build(
            new JcaContentSignerBuilder(algorithm)
                .setProvider(new BouncyCastleProvider())
                .build(pair.getPrivate()))
        .getEncoded();
  }

  private static String message(String challenge) {
    return "certhall-login:" + ORIGIN + ":" + challenge;
  }

  private java.util.List<String> refusal(Answer answer) {
    return Refused.codes(() -> login.authenticate(ORIGIN, "c1", answer, "192.0.2.1", null));
  }

  @ParameterizedTest
  @CsvSource({"secp256r1,SHA256withECDSA", "sm2p256v1,SM3withSM2"})
  @Tag("GS-11")
  void who_signs_the_challenge_with_his_key_is_logged_in(String curve, String algorithm)
      throws Exception {
    Key key = key(curve, algorithm);

    Actor actor = login.authenticate(ORIGIN, "c1", key.signs(message("c1")), "192.0.2.1", null);

    assertThat(actor.accountId()).isEqualTo(key.holder().accountId());
  }

  @Test
  @Tag("GS-11")
  void other_challenges_origins_and_certificates_are_refused() throws Exception {
    Key key = key("secp256r1", "SHA256withECDSA");
    Answer good = key.signs(message("c1"));

    assertThat(refusal(key.signs(message("c2")))).containsExactly("KEY_LOGIN_FAILED");
    assertThat(refusal(key.signs("certhall-login:https://evil.example:c1")))
        .containsExactly("KEY_LOGIN_FAILED");
    byte[] forged = certified(key.serial(), key.pair(), key.algorithm());
    assertThat(
            refusal(
                new Answer(
                    Base64.getEncoder().encodeToString(forged),
                    good.signature(),
                    good.algorithm())))
        .containsExactly("KEY_LOGIN_FAILED");
    assertThat(refusal(new Answer("junk", good.signature(), good.algorithm())))
        .containsExactly("KEY_LOGIN_FAILED");
    assertThat(refusal(new Answer(good.certificate(), good.signature(), "MD5withRSA")))
        .containsExactly("KEY_LOGIN_FAILED");
  }

  @ParameterizedTest
  @EnumSource(
      value = CertificateState.class,
      names = {"LOCKED", "SUSPENDED", "REVOKED"})
  void a_certificate_not_in_force_does_not_log_in(CertificateState state) throws Exception {
    Key key = key("secp256r1", "SHA256withECDSA");
    certificates.put(key.serial(), state);

    assertThat(refusal(key.signs(message("c1")))).containsExactly("KEY_LOGIN_STATE");
  }

  @Test
  void an_expired_certificate_does_not_log_in() throws Exception {
    Key key = key("secp256r1", "SHA256withECDSA");
    certificates.endsIn(key.serial(), Duration.ofSeconds(-1));

    assertThat(refusal(key.signs(message("c1")))).containsExactly("KEY_LOGIN_STATE");
  }
}
