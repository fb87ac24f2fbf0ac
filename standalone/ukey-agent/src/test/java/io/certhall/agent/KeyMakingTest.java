package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KeyMakingTest extends AgentTest {

  @ParameterizedTest
  @ValueSource(strings = {"EC_P256", "RSA_2048"})
  void a_pair_made_on_the_key_is_certified_and_signs_a_challenge(String algorithm)
      throws Exception {
    PKCS10CertificationRequest request = request(algorithm);
    assertThat(
            request.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(request.getSubjectPublicKeyInfo())))
        .isTrue();
    X509CertificateHolder certificate =
        hall.certify("CN=甲公司,C=CN", request.getSubjectPublicKeyInfo());

    assertThat(
            ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", base64(certificate)).status())
        .isEqualTo(200);

    JsonNode entry = plugged().path("certificates").get(0);
    assertThat(entry.path("issuer").asString()).contains("Test Hall CA");
    Told signed =
        ask(
            "/v1/sign",
            "pin",
            SoftKeys.PIN,
            "certificate",
            entry.path("serial").asString(),
            "challenge",
            "nonce-1");
    Signature verifier = Signature.getInstance(signed.body().path("algorithm").asString());
    verifier.initVerify(new JcaX509CertificateConverter().getCertificate(certificate));
    verifier.update("certhall-login:https://hall.example:nonce-1".getBytes());
    assertThat(
            verifier.verify(Base64.getDecoder().decode(signed.body().path("signature").asString())))
        .isTrue();
  }

  @Test
  void a_certificate_is_written_again_without_a_second_copy() throws Exception {
    String certificate = base64(hall.certify("CN=a", request("EC_P256").getSubjectPublicKeyInfo()));

    ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", certificate);
    Told again = ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", certificate);

    assertThat(again.status()).isEqualTo(200);
    assertThat(plugged().path("certificates")).hasSize(1);
  }

  @Test
  void a_certificate_of_another_key_is_refused() throws Exception {
    String certificate = base64(hall.certify("CN=a", request("EC_P256").getSubjectPublicKeyInfo()));
    key = agent.freshToken();

    Told refused = ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", certificate);

    assertThat(refused.code()).isEqualTo("CERTIFICATE_OF_OTHER_KEY");
    assertThat(plugged().path("certificates")).isEmpty();
  }

  @Test
  void an_enveloped_encryption_key_is_opened_on_the_key() throws Exception {
    X509CertificateHolder signing =
        hall.certify("CN=a", request("RSA_2048").getSubjectPublicKeyInfo());
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    X509CertificateHolder encryption =
        hall.certify("CN=a", SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(
            new JcaX509CertificateConverter().getCertificate(signing)));
    String envelope =
        Base64.getEncoder()
            .encodeToString(
                generator
                    .generate(
                        new CMSProcessableByteArray(pair.getPrivate().getEncoded()),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                    .getEncoded());

    for (int round = 0; round < 2; round++) {
      Told written =
          ask(
              "/v1/certificates",
              "pin",
              SoftKeys.PIN,
              "signing",
              base64(signing),
              "encryption",
              base64(encryption),
              "envelopedKey",
              envelope);
      assertThat(written.status()).as(written.body().toString()).isEqualTo(200);
    }
    assertThat(plugged().path("certificates")).hasSize(2);

    Told broken =
        ask(
            "/v1/certificates",
            "pin",
            SoftKeys.PIN,
            "signing",
            base64(signing),
            "encryption",
            base64(hall.certify("CN=b", signing.getSubjectPublicKeyInfo())),
            "envelopedKey",
            envelope);
    assertThat(broken.code()).isEqualTo("ENVELOPE_INVALID");
  }

  @Test
  void a_new_request_comes_with_the_old_keys_proof() throws Exception {
    X509CertificateHolder old = hall.certify("CN=a", request("RSA_2048").getSubjectPublicKeyInfo());
    ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", base64(old));
    String serial = plugged().path("certificates").get(0).path("serial").asString();

    Told made =
        ask(
            "/v1/csr",
            "pin",
            SoftKeys.PIN,
            "algorithm",
            "RSA_2048",
            "subject",
            "CN=a",
            "certificate",
            serial,
            "challenge",
            "nonce-7");

    JsonNode proof = made.body().path("proof");
    Signature verifier = Signature.getInstance(proof.path("algorithm").asString());
    verifier.initVerify(new JcaX509CertificateConverter().getCertificate(old));
    verifier.update("certhall-key:https://hall.example:nonce-7".getBytes());
    assertThat(verifier.verify(Base64.getDecoder().decode(proof.path("signature").asString())))
        .isTrue();
    assertThat(
            ask(
                    "/v1/csr",
                    "pin",
                    SoftKeys.PIN,
                    "algorithm",
                    "RSA_2048",
                    "subject",
                    "CN=a",
                    "certificate",
                    "77",
                    "challenge",
                    "nonce-8")
                .code())
        .isEqualTo("KEY_UNKNOWN");
  }
}
