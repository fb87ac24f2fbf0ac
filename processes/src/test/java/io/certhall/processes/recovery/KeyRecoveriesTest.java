package io.certhall.processes.recovery;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.KEY_RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProcessesTest
class KeyRecoveriesTest {

  private final KeyRecoveries recoveries;
  private final RecoveryDelivery delivery;
  private final TestAccounts accounts;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final DSLContext dsl;
  private final HallClock clock;
  private Actor asker = Actor.SYSTEM;
  private Actor second = Actor.SYSTEM;
  private Actor third = Actor.SYSTEM;
  private Actor fourth = Actor.SYSTEM;
  private Actor holder = Actor.SYSTEM;
  private String lost = "";
  private String renewed = "";

  KeyRecoveriesTest(
      KeyRecoveries recoveries,
      RecoveryDelivery delivery,
      TestAccounts accounts,
      TestCertificates certificates,
      TestOrders orders,
      DSLContext dsl,
      HallClock clock) {
    this.recoveries = recoveries;
    this.delivery = delivery;
    this.accounts = accounts;
    this.certificates = certificates;
    this.orders = orders;
    this.dsl = dsl;
    this.clock = clock;
  }

  @BeforeEach
  void officersAndAHolderWhoLostHisKey() {
    asker = accounts.staff(Role.KEY_OFFICER);
    second = accounts.staff(Role.KEY_OFFICER);
    third = accounts.staff(Role.KEY_OFFICER);
    fourth = accounts.staff(Role.KEY_OFFICER);
    holder = orders.applicant();
    lost = certificates.issued(holder, TestOrders.HALL);
    renewed = certificates.issued(holder, TestOrders.HALL);
    certificates.put(lost, CertificateState.REPLACED);
    dsl.insertInto(KEY_ESCROW)
        .set(KEY_ESCROW.ENCRYPTION_SERIAL, lost + "E")
        .set(KEY_ESCROW.WRAPPED_KEY, new byte[] {1, 2, 3})
        .set(KEY_ESCROW.ENVELOPED_KEY, new byte[] {4})
        .set(KEY_ESCROW.CREATED_AT, clock.instant())
        .execute();
  }

  private long asked() {
    return recoveries.request(asker, RecoveryForm.user(lost, "介质损坏，旧文件需解密", renewed));
  }

  private RecoveryState state(long id) {
    return recoveries.list(asker, 1000).stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow()
        .state();
  }

  private List<String> audited(long id) {
    return dsl.select(AUDIT_LOG.ACTION)
        .from(AUDIT_LOG)
        .where(AUDIT_LOG.ENTITY.eq("key-recovery"), AUDIT_LOG.ENTITY_ID.eq(String.valueOf(id)))
        .orderBy(AUDIT_LOG.ID)
        .fetch(AUDIT_LOG.ACTION);
  }

  @Test
  void a_users_key_is_set_free_by_two_other_officers_and_every_step_is_audited() {
    long id = asked();
    assertThat(recoveries.approve(second, id, null).state()).isEqualTo(RecoveryState.OPEN);
    assertThat(delivery.due()).noneMatch(due -> due.id() == id);

    assertThat(recoveries.approve(third, id, "已核对").state()).isEqualTo(RecoveryState.APPROVED);

    RecoveryDelivery.Due due =
        delivery.due().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    assertThat(due.escrow()).containsExactly(1, 2, 3);
    delivery.delivered(due, new byte[] {9}, new byte[] {8});
    delivery.delivered(due, new byte[] {7}, null);
    assertThat(recoveries.envelope(asker, id).der()).containsExactly(9);
    assertThat(recoveries.envelope(asker, id).skfBlob()).containsExactly(8);
    assertThat(audited(id))
        .containsExactly(
            "key-recovery.requested",
            "key-recovery.approved",
            "key-recovery.approved",
            "key-recovery.delivered",
            "key-recovery.fetched",
            "key-recovery.fetched");
  }

  @Test
  void a_court_needs_three_and_brings_its_own_certificate() throws Exception {
    long id =
        recoveries.request(
            asker,
            RecoveryForm.judicial(
                lost + "E", "司法取证", certificate(Duration.ofDays(1)), "兰州市中级人民法院", "(2026)甘01号"));

    recoveries.approve(second, id, null);
    assertThat(recoveries.approve(third, id, null).state()).isEqualTo(RecoveryState.OPEN);
    assertThat(recoveries.approve(fourth, id, null).state()).isEqualTo(RecoveryState.APPROVED);
  }

  @Test
  void who_asks_never_approves_and_an_officer_decides_once() {
    long id = asked();

    assertThat(Refused.by(() -> recoveries.approve(asker, id, null)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.codes(() -> recoveries.approve(asker, id, null)))
        .containsExactly("OWN_RECOVERY");
    recoveries.approve(second, id, null);
    assertThat(Refused.codes(() -> recoveries.approve(second, id, null)))
        .containsExactly("RECOVERY_DECIDED_ALREADY");
    assertThat(Refused.codes(() -> recoveries.reject(second, id, "改主意")))
        .containsExactly("RECOVERY_DECIDED_ALREADY");
    assertThat(state(id)).isEqualTo(RecoveryState.OPEN);
  }

  @Test
  void one_rejection_ends_it_and_says_why() {
    long id = asked();
    assertThat(Refused.codes(() -> recoveries.reject(second, id, " ")))
        .containsExactly("FIELD_REQUIRED");

    assertThat(recoveries.reject(second, id, "身份未核实").state()).isEqualTo(RecoveryState.REJECTED);

    assertThat(Refused.codes(() -> recoveries.approve(third, id, null)))
        .containsExactly("RECOVERY_NOT_OPEN");
    assertThat(Refused.codes(() -> recoveries.envelope(asker, id)))
        .containsExactly("RECOVERY_NOT_DELIVERED");
  }

  @Test
  void nobody_handles_the_recovery_of_his_own_key() {
    Actor officerToo =
        new Actor(
            holder.accountId(), holder.name(), java.util.Set.of(Role.APPLICANT, Role.KEY_OFFICER));

    assertThat(
            Refused.codes(
                () -> recoveries.request(officerToo, RecoveryForm.user(lost, "x", renewed))))
        .containsExactly("RECOVERY_OWN_CERTIFICATE");
    long id = asked();
    assertThat(Refused.codes(() -> recoveries.approve(officerToo, id, null)))
        .containsExactly("RECOVERY_OWN_CERTIFICATE");
  }

  @Test
  void only_key_officers_ask_and_decide_and_auditors_look() {
    long id = asked();
    for (Role role : new Role[] {Role.ADMIN, Role.PRODUCER, Role.AUDITOR, Role.APPLICANT}) {
      Actor other = accounts.staff(role);
      assertThat(Refused.codes(() -> recoveries.approve(other, id, null)))
          .containsExactly("ROLE_MISSING");
      assertThat(
              Refused.codes(() -> recoveries.request(other, RecoveryForm.user(lost, "x", renewed))))
          .containsExactly("ROLE_MISSING");
      assertThat(Refused.codes(() -> recoveries.envelope(other, id)))
          .containsExactly("ROLE_MISSING");
    }
    assertThat(recoveries.list(accounts.staff(Role.AUDITOR), 1000)).anyMatch(one -> one.id() == id);
  }

  @Test
  void only_who_asked_takes_it_back_or_fetches_the_key() {
    long id = asked();
    assertThat(Refused.codes(() -> recoveries.withdraw(second, id)))
        .containsExactly("RECOVERY_NOT_YOURS");
    assertThat(Refused.codes(() -> recoveries.envelope(second, id)))
        .containsExactly("RECOVERY_NOT_YOURS");

    recoveries.withdraw(asker, id);

    assertThat(state(id)).isEqualTo(RecoveryState.WITHDRAWN);
    assertThat(Refused.codes(() -> recoveries.approve(second, id, null)))
        .containsExactly("RECOVERY_NOT_OPEN");
  }

  @Test
  void a_recovery_that_nobody_decided_in_a_week_is_over() {
    long id = asked();
    clock.advance(Duration.ofDays(7).plusMinutes(1));

    assertThat(state(id)).isEqualTo(RecoveryState.EXPIRED);
    assertThat(Refused.codes(() -> recoveries.approve(second, id, null)))
        .containsExactly("RECOVERY_NOT_OPEN");
  }

  @Test
  void a_state_changed_by_hand_sets_no_key_free() {
    long id = asked();
    recoveries.approve(second, id, null);

    dsl.update(KEY_RECOVERY)
        .set(KEY_RECOVERY.STATE, RecoveryState.APPROVED.name())
        .where(KEY_RECOVERY.ID.eq(id))
        .execute();

    assertThat(delivery.due()).noneMatch(due -> due.id() == id);
  }

  @Test
  void a_recipient_of_another_holder_or_no_longer_valid_is_refused() {
    String strangers = certificates.issued(orders.applicant(), TestOrders.HALL);

    for (String wrong : new String[] {strangers, lost, renewed + "E", "00"}) {
      assertThat(
              Refused.codes(() -> recoveries.request(asker, RecoveryForm.user(lost, "x", wrong))))
          .containsExactly("RECOVERY_RECIPIENT_OTHER");
    }
    certificates.endsIn(renewed, Duration.ofDays(-1));
    assertThat(
            Refused.codes(() -> recoveries.request(asker, RecoveryForm.user(lost, "x", renewed))))
        .containsExactly("RECOVERY_RECIPIENT_OTHER");
  }

  @Test
  void a_key_that_is_not_escrowed_and_empty_fields_are_refused() {
    assertThat(
            Refused.codes(
                () -> recoveries.request(asker, RecoveryForm.user(renewed, "x", renewed))))
        .containsExactly("RECOVERY_NO_KEY");
    assertThat(
            Refused.by(() -> recoveries.request(asker, RecoveryForm.judicial("", "", "", "", "")))
                .problems())
        .extracting(problem -> problem.path())
        .containsExactlyInAnyOrder(
            "reason", "authority", "caseNo", "serial", "recipientCertificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no certificate", "MAA="})
  void a_judicial_recipient_that_is_no_certificate_is_refused(String text) {
    assertThat(
            Refused.codes(
                () -> recoveries.request(asker, RecoveryForm.judicial(lost, "x", text, "法院", "1"))))
        .containsExactly("RECOVERY_RECIPIENT_UNREADABLE");
  }

  @Test
  void a_judicial_recipient_that_has_expired_is_refused() throws Exception {
    String expired = certificate(Duration.ofDays(-400));

    assertThat(
            Refused.codes(
                () ->
                    recoveries.request(
                        asker, RecoveryForm.judicial(lost, "x", expired, "法院", "1"))))
        .containsExactly("RECOVERY_RECIPIENT_UNREADABLE");
  }

  @Test
  void a_failure_of_packing_is_kept_and_audited() {
    long id = asked();
    recoveries.approve(second, id, null);
    recoveries.approve(third, id, null);
    RecoveryDelivery.Due due =
        delivery.due().stream().filter(one -> one.id() == id).findFirst().orElseThrow();

    delivery.failed(due, "托管的加密密钥已损坏");

    assertThat(state(id)).isEqualTo(RecoveryState.FAILED);
    assertThat(audited(id)).endsWith("key-recovery.failed");
    assertThat(dsl.fetchCount(CERTIFICATE, CERTIFICATE.SERIAL.eq(lost + "E"))).isOne();
  }

  /** The authority's own certificate, valid from now for the time given. */
  private String certificate(Duration ends) throws Exception {
    var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
    Instant end = clock.instant().plus(ends);
    var name = new X500Name("CN=court");
    var certificate =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.TWO.pow(70),
                Date.from(end.minus(Duration.ofDays(300))),
                Date.from(end),
                name,
                pair.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
