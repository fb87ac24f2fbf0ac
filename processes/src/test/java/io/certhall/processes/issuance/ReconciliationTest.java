package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.INCIDENT;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.incident.Incidents;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@ProcessesTest
class ReconciliationTest {

  private static final AtomicLong JOBS = new AtomicLong(77_000_000);

  private final Reconciliation reconciliation;
  private final IssuanceParking parking;
  private final IssuanceLedger ledger;
  private final Incidents incidents;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;
  private final Actor admin;
  private final String orderNo;
  private final String serial = "R" + Fresh.phone();

  ReconciliationTest(
      Reconciliation reconciliation,
      IssuanceParking parking,
      IssuanceLedger ledger,
      Incidents incidents,
      TestOrders orders,
      TestAccounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.reconciliation = reconciliation;
    this.parking = parking;
    this.ledger = ledger;
    this.incidents = incidents;
    this.orders = orders;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
    this.admin = accounts.staff(Role.ADMIN);
    this.orderNo = orders.submitted(orders.applicant());
    orders.move(orderNo, OrderState.ISSUE_PENDING);
  }

  @Test
  void a_reservation_nobody_finishes_is_parked_after_its_time() {
    reserved(serial);
    parking.parkOverdue(1000);
    assertThat(state(serial)).isEqualTo("RESERVED");

    clock.advance(Duration.ofMinutes(31));

    assertThat(parking.parkOverdue(1000)).isPositive();
    assertThat(state(serial)).isEqualTo("PARKED");
    assertThat(parking.parkOverdue(1000)).isZero();
    assertThat(audited("issuance.parked")).isEqualTo(1);
  }

  @Test
  void a_failure_after_signing_is_repeated_once_then_parked() {
    reserved(serial);

    assertThat(parking.failedAfterSigning(orderNo, List.of(serial), "deadlock")).isFalse();
    assertThat(state(serial)).isEqualTo("RESERVED");
    assertThat(parking.failedAfterSigning(orderNo, List.of(serial), "deadlock again")).isTrue();

    assertThat(state(serial)).isEqualTo("PARKED");
    assertThat(parking.failedAfterSigning(orderNo, List.of(serial), "too late")).isFalse();
  }

  @Test
  void it_is_told_what_the_ca_has_beside_what_the_order_has() {
    reserved(serial);
    parking.failedAfterSigning(orderNo, List.of(serial), "deadlock");
    parking.failedAfterSigning(orderNo, List.of(serial), "deadlock again");

    UncertainIssue issue = reconciliation.of(admin, orderNo).getFirst();

    assertThat(issue.signingSerial()).isEqualTo(serial);
    assertThat(issue.encryptionSerial()).isEqualTo(serial + "E");
    assertThat(issue.signedAt()).isNotNull();
    assertThat(issue.attempts()).isEqualTo(2);
    assertThat(issue.reason()).isEqualTo("deadlock again");
    assertThat(issue.orderState()).isEqualTo(OrderState.ISSUE_PENDING);
    assertThat(issue.storedSerial()).isNull();
    assertThat(reconciliation.list(admin, false, 1000)).contains(issue);
  }

  @Test
  void finishing_gives_the_same_serials_back_to_the_workers_and_hands_the_job_out() {
    parked(serial);
    long incident = incident();
    assertThat(Refused.codes(() -> open())).containsExactly("ISSUE_PARKED");

    reconciliation.finish(admin, orderNo, 1);

    assertThat(open().reserved().values())
        .extracting(Reservation::signingSerial)
        .containsExactly(serial);
    assertThat(incidentState(incident)).isEqualTo("RETRIED");
    assertThat(audited("issuance.released")).isEqualTo(1);
    // It has its time again.
    assertThat(parking.parkOverdue(1000)).isZero();
  }

  @Test
  void voiding_needs_a_reason_and_leaves_room_for_a_new_reservation() {
    parked(serial);
    long incident = incident();
    assertThat(Refused.codes(() -> reconciliation.reissue(admin, orderNo, 1, " ")))
        .containsExactly("FIELD_REQUIRED");
    assertThat(Refused.codes(() -> reconciliation.reissue(admin, orderNo, 1, "长".repeat(501))))
        .containsExactly("TEXT_TOO_LONG");

    reconciliation.reissue(admin, orderNo, 1, "预留内容损坏");

    assertThat(open().reserved()).isEmpty();
    assertThat(incidentState(incident)).isEqualTo("RETRIED");
    assertThat(audited("issuance.voided")).isEqualTo(1);
    parked(serial + "2");
    reconciliation.reissue(admin, orderNo, 1, "再次损坏");
    assertThat(reconciliation.list(admin, true, 1000))
        .filteredOn(issue -> issue.orderNo().equals(orderNo))
        .extracting(UncertainIssue::state, UncertainIssue::voidReason)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(IssuanceState.VOID, "预留内容损坏"),
            org.assertj.core.groups.Tuple.tuple(IssuanceState.VOID, "再次损坏"));
  }

  @Test
  void serials_of_a_voided_reservation_are_never_used_again() {
    parked(serial);
    reconciliation.reissue(admin, orderNo, 1, "预留内容损坏");

    assertThatThrownBy(() -> reserved(serial)).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void what_is_parked_or_voided_is_not_stored_any_more() {
    parked(serial);
    assertThat(Refused.codes(() -> ledger.store(orderNo, "issuance.issue", List.of(pair()))))
        .containsExactly("ISSUE_PARKED");

    reconciliation.reissue(admin, orderNo, 1, "预留内容损坏");
    reserved(serial + "2");

    assertThat(Refused.codes(() -> ledger.store(orderNo, "issuance.issue", List.of(pair()))))
        .containsExactly("ISSUED_MEANWHILE");
    assertThat(state(serial + "2")).isEqualTo("RESERVED");
  }

  @Test
  void only_an_administrator_decides_and_an_auditor_looks() {
    parked(serial);
    Actor auditor = accounts.staff(Role.AUDITOR);
    Actor manager = accounts.staff(Role.MANAGER);

    assertThat(reconciliation.list(auditor, false, 1000)).isNotEmpty();
    assertThat(Refused.codes(() -> reconciliation.list(manager, false, 1)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> reconciliation.finish(auditor, orderNo, 1)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> reconciliation.reissue(auditor, orderNo, 1, "原因")))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  void what_is_not_parked_is_not_decided() {
    reserved(serial);

    assertThat(Refused.codes(() -> reconciliation.finish(admin, orderNo, 1)))
        .containsExactly("ISSUE_NOT_PARKED");
    assertThat(Refused.codes(() -> reconciliation.reissue(admin, orderNo, 1, "原因")))
        .containsExactly("ISSUE_NOT_PARKED");
    assertThat(Refused.codes(() -> reconciliation.finish(admin, "NO-SUCH", 1)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void an_order_that_is_over_gets_no_certificate_but_its_reservation_is_voided() {
    parked(serial);
    long incident = incident();
    orders.move(orderNo, OrderState.CLOSED);

    assertThat(Refused.codes(() -> reconciliation.finish(admin, orderNo, 1)))
        .containsExactly("ORDER_ENDED");
    reconciliation.reissue(admin, orderNo, 1, "申请已关闭");

    assertThat(state(serial)).isEqualTo("VOID");
    assertThat(incidentState(incident)).isEqualTo("OPEN");
  }

  private OpenIssue open() {
    return ledger.open(ledger.order(orderNo));
  }

  private void reserved(String signing) {
    dsl.insertInto(ISSUANCE)
        .set(ISSUANCE.ORDER_NO, orderNo)
        .set(ISSUANCE.ITEM_SEQ, 1)
        .set(ISSUANCE.STATE, "RESERVED")
        .set(ISSUANCE.SIGNING_SERIAL, signing)
        .set(ISSUANCE.ENCRYPTION_SERIAL, signing + "E")
        .set(ISSUANCE.PREPARED, new byte[] {1})
        .set(ISSUANCE.RESERVED_AT, clock.instant())
        .execute();
  }

  private void parked(String signing) {
    reserved(signing);
    parking.park(orderNo, signing, "PREPARED_UNREADABLE");
  }

  private long incident() {
    long job = JOBS.incrementAndGet();
    incidents.open(
        new EngineJob(job, Reconciliation.JOB_TYPE, "issuance.issue", 1, orderNo, 1, 1, Map.of()),
        "parked");
    return job;
  }

  private String incidentState(long job) {
    return dsl.select(INCIDENT.STATE)
        .from(INCIDENT)
        .where(INCIDENT.JOB_KEY.eq(job))
        .fetchSingle()
        .value1();
  }

  private IssuedPair pair() {
    Instant now = clock.instant();
    IssuingItem item =
        new IssuingItem(
            orderNo,
            1,
            CertificateType.ORG,
            Holder.ORGANISATION,
            1,
            List.of(),
            false,
            false,
            null,
            null,
            null,
            null,
            "甘肃",
            "兰州",
            null,
            null,
            null,
            null,
            null);
    byte[] some = {1};
    return new IssuedPair(
        item,
        serial,
        some,
        serial + "E",
        some,
        some,
        some,
        "CN=CA",
        "CN=测试",
        "测试",
        now,
        now,
        TestOrders.HALL,
        null);
  }

  private String state(String signing) {
    return dsl.select(ISSUANCE.STATE)
        .from(ISSUANCE)
        .where(ISSUANCE.SIGNING_SERIAL.eq(signing))
        .fetchSingle()
        .value1();
  }

  private int audited(String action) {
    return dsl.fetchCount(AUDIT_LOG, AUDIT_LOG.ENTITY_ID.eq(orderNo), AUDIT_LOG.ACTION.eq(action));
  }
}
