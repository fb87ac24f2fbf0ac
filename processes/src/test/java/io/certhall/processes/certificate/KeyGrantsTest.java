package io.certhall.processes.certificate;

import static io.certhall.processes.support.TestCertificates.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.KeyGrants.Grant;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProcessesTest
class KeyGrantsTest {

  private static final String HALL = TestOrders.HALL;

  private final KeyGrants grants;
  private final HallSecret secret;
  private final KeyLock lock;
  private final CertificateRegister register;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final TransactionTemplate transaction;
  private final KeyPair agent = pair();

  KeyGrantsTest(
      KeyGrants grants,
      HallSecret secret,
      KeyLock lock,
      CertificateRegister register,
      TestCertificates certificates,
      TestOrders orders,
      TestAccounts accounts,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.transaction = transaction;
    this.grants = grants;
    this.secret = secret;
    this.lock = lock;
    this.register = register;
    this.certificates = certificates;
    this.orders = orders;
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String transportKey() {
    return Base64.getEncoder().encodeToString(agent.getPublic().getEncoded());
  }

  private String locked(Actor holder) {
    String serial = certificates.issued(holder, HALL);
    lock.reportWrongPins(holder, HALL, reading(serial), KeyLock.MOST_WRONG_PINS);
    return serial;
  }

  private static KeyReading reading(String serial) {
    return new KeyReading(key(serial), TestCertificates.ISSUER, null);
  }

  @Test
  @Tag("GS-83")
  void a_grant_is_signed_for_one_key_and_sealed_to_one_agent() throws Exception {
    Actor holder = orders.applicant();
    String serial = locked(holder);

    String[] parts =
        grants.unlocking(holder, HALL, reading(serial), transportKey()).text().split("\\.");

    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(Base64.getDecoder().decode(grants.publicKey()))));
    verifier.update(parts[0].getBytes(StandardCharsets.US_ASCII));
    assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[1]))).isTrue();
    JsonNode said = JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(parts[0]));
    assertThat(said.path("keySerial").asString()).isEqualTo(key(serial));
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        agent.getPrivate(),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    assertThat(
            new String(cipher.doFinal(Base64.getDecoder().decode(said.path("soPin").asString()))))
        .isEqualTo(secret.officerPin(key(serial)))
        .isNotEqualTo(secret.officerPin("OTHER-1"))
        .hasSize(16);
  }

  @Test
  void the_desk_is_given_the_halls_officer_pin_and_the_holders_first_pin() throws Exception {
    Actor producer = accounts.staff(Role.PRODUCER);
    Grant officer =
        transaction.execute(status -> grants.preparing(producer, HALL, "DESK-KEY", transportKey()));
    Grant first =
        transaction.execute(
            status -> grants.firstPin(producer, HALL, "DESK-KEY", "86420975", transportKey()));

    assertThat(said(officer).path("action").asString()).isEqualTo("SET_OFFICER_PIN");
    assertThat(opened(said(officer).path("soPin"))).isEqualTo(secret.officerPin("DESK-KEY"));
    assertThat(said(first).path("action").asString()).isEqualTo("FIRST_PIN");
    assertThat(opened(said(first).path("soPin"))).isEqualTo(secret.officerPin("DESK-KEY"));
    assertThat(opened(said(first).path("firstPin"))).isEqualTo("86420975");
    Actor applicant = orders.applicant();
    assertThat(
            Refused.codes(
                () ->
                    transaction.execute(
                        status -> grants.preparing(applicant, HALL, "DESK-KEY", transportKey()))))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> grants.done(producer, officer.id())))
        .containsExactly("GRANT_UNKNOWN");
  }

  private static JsonNode said(Grant grant) {
    return JsonMapper.builder()
        .build()
        .readTree(Base64.getUrlDecoder().decode(grant.text().split("\\.")[0]));
  }

  private String opened(JsonNode sealed) throws Exception {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        agent.getPrivate(),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return new String(
        cipher.doFinal(Base64.getDecoder().decode(sealed.asString())), StandardCharsets.US_ASCII);
  }

  @Test
  @Tag("GS-84")
  void keys_of_foreign_issuers_and_of_others_get_no_grant() {
    Actor holder = orders.applicant();
    String serial = locked(holder);

    assertThat(
            Refused.codes(
                () ->
                    grants.unlocking(
                        holder,
                        HALL,
                        new KeyReading(key(serial), "CN=别家CA", null),
                        transportKey())))
        .containsExactly("FOREIGN_KEY");
    assertThat(
            Refused.codes(
                () -> grants.unlocking(orders.applicant(), HALL, reading(serial), transportKey())))
        .containsExactly("KEY_OF_OTHERS");
    assertThat(Refused.codes(() -> grants.unlocking(holder, HALL, reading(serial), "junk")))
        .containsExactly("TRANSPORT_KEY_INVALID");
  }

  @Test
  void the_certificate_is_unlocked_when_the_key_is_and_only_once() {
    Actor holder = orders.applicant();
    String serial = locked(holder);
    Grant grant = grants.unlocking(holder, HALL, reading(serial), transportKey());
    assertThat(register.find(serial).orElseThrow().state()).isEqualTo(CertificateState.LOCKED);

    assertThat(Refused.codes(() -> grants.done(orders.applicant(), grant.id())))
        .containsExactly("GRANT_UNKNOWN");
    assertThat(grants.done(holder, grant.id()).state()).isEqualTo(CertificateState.NORMAL);
    assertThat(Refused.codes(() -> grants.done(holder, grant.id()))).containsExactly("GRANT_USED");
  }
}
