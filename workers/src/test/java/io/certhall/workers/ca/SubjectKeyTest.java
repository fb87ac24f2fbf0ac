package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;

class SubjectKeyTest {

  private final SimulatedMedium medium = SimulatedMedium.create(RANDOM);

  @Test
  void a_request_proves_that_its_sender_holds_the_private_key() {
    var key = SubjectKey.ofRequest(medium.request("申请人"));

    assertThat(key.proven()).isTrue();
    assertThat(key.info()).isEqualTo(medium.publicKey().info());
  }

  @Test
  void a_request_may_come_as_bare_base64_or_under_the_older_heading() {
    var pem = medium.request("申请人");
    var bare = pem.replaceAll("-----[A-Z ]+-----", "");

    assertThat(SubjectKey.ofRequest(bare).proven()).isTrue();
    assertThat(SubjectKey.ofRequest(pem.replace("BEGIN CERT", "BEGIN NEW CERT")).proven()).isTrue();
  }

  @Test
  void a_bare_public_key_is_taken_unproven() throws Exception {
    var key = SubjectKey.ofPublicKey(medium.publicKey().info().getEncoded());

    assertThat(key).isEqualTo(medium.publicKey());
    assertThat(key.proven()).isFalse();
  }

  @Test
  void a_request_with_another_key_put_in_is_refused() throws Exception {
    var request = parse(medium.request("申请人")).toASN1Structure();
    var info = request.getCertificationRequestInfo();
    var other = SimulatedMedium.create(RANDOM).publicKey().info();
    var forged =
        new CertificationRequest(
            new CertificationRequestInfo(info.getSubject(), other, info.getAttributes()),
            request.getSignatureAlgorithm(),
            request.getSignature());

    assertFault(
        () -> SubjectKey.ofRequest(Base64.getEncoder().encodeToString(forged.getEncoded())),
        FaultCode.CSR_NOT_PROVEN);
  }

  @Test
  void text_that_is_no_request_is_refused() {
    assertFault(() -> SubjectKey.ofRequest("not base64!"), FaultCode.CSR_UNREADABLE);
    assertFault(() -> SubjectKey.ofRequest("AAAA"), FaultCode.CSR_UNREADABLE);
    assertFault(() -> SubjectKey.ofRequest(""), FaultCode.CSR_UNREADABLE);
  }

  @Test
  void keys_of_other_algorithms_or_curves_are_refused() throws Exception {
    assertFault(() -> SubjectKey.ofPublicKey(made("RSA", 1024)), FaultCode.PUBLIC_KEY_INVALID);
    assertFault(() -> SubjectKey.ofPublicKey(made("EC", 384)), FaultCode.PUBLIC_KEY_INVALID);
    assertFault(() -> SubjectKey.ofPublicKey(made("Ed25519", 255)), FaultCode.PUBLIC_KEY_INVALID);
  }

  @Test
  void rsa_and_p256_keys_are_known_by_their_kind() throws Exception {
    assertThat(SubjectKey.ofPublicKey(made("RSA", 2048)).algorithm())
        .isEqualTo(KeyAlgorithm.RSA_2048);
    assertThat(SubjectKey.ofPublicKey(made("EC", 256)).algorithm()).isEqualTo(KeyAlgorithm.EC_P256);
    assertThat(medium.publicKey().algorithm()).isEqualTo(KeyAlgorithm.SM2);
  }

  private static byte[] made(String algorithm, int bits) throws Exception {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair().getPublic().getEncoded();
  }

  @Test
  void a_point_off_the_curve_and_bytes_that_are_no_key_are_refused() throws Exception {
    var der = medium.publicKey().info().getEncoded();
    der[der.length - 1] ^= 1;

    assertFault(() -> SubjectKey.ofPublicKey(der), FaultCode.PUBLIC_KEY_INVALID);
    assertFault(() -> SubjectKey.ofPublicKey(new byte[] {4}), FaultCode.PUBLIC_KEY_INVALID);
  }

  @Test
  void a_medium_is_restored_from_sm2_keys_only() throws Exception {
    var p256 = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();

    assertThat(SimulatedMedium.restore(medium.pkcs8(), RANDOM).publicKey())
        .isEqualTo(medium.publicKey());
    assertFault(() -> SimulatedMedium.restore(rsa, RANDOM), FaultCode.KEY_NOT_SM2);
    assertFault(() -> SimulatedMedium.restore(p256, RANDOM), FaultCode.KEY_NOT_SM2);
    assertFault(() -> SimulatedMedium.restore(new byte[1], RANDOM), FaultCode.KEY_NOT_SM2);
  }

  private static PKCS10CertificationRequest parse(String pem) throws Exception {
    var text = Pattern.compile("-----[A-Z ]+-----|\\s").matcher(pem).replaceAll("");
    return new PKCS10CertificationRequest(Base64.getDecoder().decode(text));
  }
}
