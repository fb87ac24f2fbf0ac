package io.certhall.processes.issuance;

import static io.certhall.processes.support.TestCertificates.ISSUER;
import static io.certhall.processes.support.TestCertificates.key;
import static io.certhall.processes.support.TestCertificates.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class SelfUpdateTest {

  private static final String HALL = TestOrders.HALL;
  private static final String ORIGIN = "https://hall.example";

  private final SelfUpdate update;
  private final KeyProofs proofs;
  private final Orders stored;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final Actor holder;
  private final String serial;
  private final String orderNo;
  private final KeyPair pair = pair();

  SelfUpdateTest(
      SelfUpdate update,
      KeyProofs proofs,
      Orders stored,
      TestCertificates certificates,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts) {
    this.update = update;
    this.proofs = proofs;
    this.stored = stored;
    this.certificates = certificates;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.holder = orders.applicant();
    this.serial = certificates.issued(holder, HALL);
    this.orderNo = orders.draft(holder, certificates.form(HALL, Service.RENEW, of(serial)));
  }

  @BeforeEach
  void the_certificate_has_a_key() throws Exception {
    certificates.content(serial, certified(serial));
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] certified(String number) throws Exception {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            new X500Name("CN=CA"),
            new BigInteger(number, 16),
            Date.from(now),
            Date.from(now.plusSeconds(3600)),
            new X500Name("CN=holder"),
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
        .getEncoded();
  }

  private KeyProofs.Proof proof(byte[] der, String challenge, String signed) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    Base64.Encoder base64 = Base64.getEncoder();
    return new KeyProofs.Proof(
        ORIGIN,
        challenge,
        base64.encodeToString(der),
        base64.encodeToString(signature.sign()),
        "SHA256withECDSA");
  }

  private void waitsForReading() {
    steps.arrive(orderNo, "self-update.update", OrderState.UPDATE_PENDING, TaskQueue.UPDATE);
  }

  private void waitsForWriting() {
    steps.arrive(orderNo, "self-update.install", OrderState.UPDATE_PENDING, TaskQueue.INSTALL);
  }

  private KeyReading reading() {
    return new KeyReading(key(serial), ISSUER, null);
  }

  private List<String> refused(Actor actor, KeyReading reading) {
    return Refused.codes(() -> update.check(actor, orderNo, 1, reading));
  }

  @Test
  @Tag("GS-77")
  void the_right_key_may_be_read_and_a_wrong_one_is_refused_before_anything_is_made_on_it() {
    assertThat(refused(holder, reading())).containsExactly("STEP_NOT_READY");
    waitsForReading();

    update.check(holder, orderNo, 1, reading());

    assertThat(refused(holder, new KeyReading("OTHER-KEY", ISSUER, null)))
        .containsExactly("KEY_MISMATCH");
    assertThat(refused(holder, new KeyReading(key(serial), "CN=别家CA", null)))
        .containsExactly("FOREIGN_KEY");
    assertThat(refused(orders.applicant(), reading())).containsExactly("ORDER_UNKNOWN");
    assertThat(stored.items(orderNo).getFirst().status()).isNotEqualTo(ItemStatus.IN_PROGRESS);
  }

  @Test
  void a_key_that_signs_the_halls_challenge_is_taken() throws Exception {
    waitsForReading();
    String challenge = proofs.challenge();

    update.read(
        holder,
        orderNo,
        1,
        reading(),
        proof(
            certificates.contentOf(serial), challenge, "certhall-key:" + ORIGIN + ":" + challenge));

    assertThat(stored.items(orderNo).getFirst().status()).isEqualTo(ItemStatus.IN_PROGRESS);
    assertThat(stored.items(orderNo).getFirst().mediumSerial()).isEqualTo(key(serial));
  }

  @Test
  void a_serial_that_is_only_told_proves_nothing() throws Exception {
    waitsForReading();
    String message = "certhall-key:" + ORIGIN + ":c1";
    byte[] der = certificates.contentOf(serial);

    for (KeyProofs.Proof wrong :
        List.of(
            proof(der, "c2", message),
            proof(der, "c1", "certhall-login:" + ORIGIN + ":c1"),
            proof(certified("7777"), "c1", message),
            new KeyProofs.Proof(ORIGIN, "c1", "junk!", "junk!", "SHA256withECDSA"))) {
      assertThat(Refused.codes(() -> update.read(holder, orderNo, 1, reading(), wrong)))
          .containsExactly("KEY_PROOF_INVALID");
    }
  }

  @Test
  void the_pair_is_there_for_its_holder_until_the_key_has_it() {
    assertThat(Refused.codes(() -> update.toInstall(holder, orderNo, 1)))
        .containsExactly("STEP_NOT_READY");
    waitsForReading();
    update.read(holder, orderNo, 1, reading());
    waitsForWriting();
    assertThat(Refused.codes(() -> update.toInstall(holder, orderNo, 1)))
        .as("not issued yet")
        .containsExactly("STEP_NOT_READY");
    certificates.pairFor(orderNo, 1, key(serial));

    PairDelivery pair = update.toInstall(holder, orderNo, 1);

    assertThat(pair.mediumSerial()).isEqualTo(key(serial));
    assertThat(pair.envelopedKey()).containsExactly(8, 8);
    assertThat(pair.signing()).isNotEmpty();
    assertThat(pair.encryption()).isNotEmpty();
    assertThat(Refused.codes(() -> update.toInstall(orders.applicant(), orderNo, 1)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(update.toInstall(accounts.staff(Role.PRODUCER), orderNo, 1).mediumSerial())
        .isEqualTo(key(serial));
  }

  @Test
  @Tag("GS-81")
  void a_failed_write_is_repeated_with_the_same_pair() {
    waitsForReading();
    update.read(holder, orderNo, 1, reading());
    certificates.pairFor(orderNo, 1, key(serial));
    waitsForWriting();

    update.report(holder, orderNo, 1, false, "TOKEN_FAILED");
    assertThat(stored.items(orderNo).getFirst().status()).isEqualTo(ItemStatus.FAILED);
    assertThat(Refused.codes(() -> update.toInstall(holder, orderNo, 1)))
        .containsExactly("STEP_NOT_READY");
    steps.arrive(orderNo, "self-update.repair", OrderState.UPDATE_FAILED, TaskQueue.REPAIR);
    update.retry(holder, orderNo);
    waitsForWriting();

    assertThat(update.toInstall(holder, orderNo, 1).envelopedKey()).containsExactly(8, 8);
    update.report(holder, orderNo, 1, true, null);
    assertThat(stored.items(orderNo).getFirst().status()).isEqualTo(ItemStatus.DONE);
  }
}
