package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.ServicePlayers.item;
import static io.certhall.workers.lifecycle.ServicePlayers.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 甘肃: review, then payment, then the holder updates his key or staff make a new one. */
@LifecycleTest
class GansuServicesTest {

  private static final String HALL = "gscamce";

  private final ServicePlayers players;
  private final SelfUpdate updates;
  private final Orders orders;
  private final OrganisationProfiles organisations;

  GansuServicesTest(
      ServicePlayers players,
      SelfUpdate updates,
      Orders orders,
      OrganisationProfiles organisations) {
    this.players = players;
    this.updates = updates;
    this.orders = orders;
    this.organisations = organisations;
  }

  private String business(Actor applicant, String... seals) {
    return players.issued(
        applicant,
        players.form(
            HALL, Service.NEW, Holder.ORGANISATION, item(CertificateType.ORG_BUSINESS, 1, seals)));
  }

  private OrderForm form(Service service, OrderForm.ItemForm... items) {
    return players.form(HALL, service, Holder.ORGANISATION, items);
  }

  @Test
  @Tag("GS-23")
  @Tag("GS-29")
  @Tag("GS-50")
  @Tag("GS-77")
  @Tag("GS-82")
  @Tag("E2")
  void two_certificates_are_renewed_by_their_holder_and_a_failed_write_is_repeated() {
    Actor applicant = players.organisation(HALL);
    String one = business(applicant, "OFFICIAL");
    String two = business(applicant, "OFFICIAL", "FINANCE");
    players.endsIn(one, Duration.ofDays(60));
    players.endsIn(two, Duration.ofDays(80));

    String orderNo = players.submits(applicant, form(Service.RENEW, of(one), of(two)));
    assertThat(players.order(orderNo).totalFen()).isEqualTo(70000);
    players.runs(applicant, orderNo, OrderState.UPDATE_PENDING);
    assertThat(players.waiting(orderNo, TaskQueue.UPDATE)).isEqualTo(2);
    assertThatThrownBy(
            () -> updates.read(applicant, orderNo, 1, new KeyReading("OTHER-KEY", null, null)))
        .hasMessageContaining("KEY_MISMATCH");
    assertThatThrownBy(
            () ->
                updates.read(
                    applicant,
                    orderNo,
                    1,
                    new KeyReading(players.certificate(one).mediumSerial(), "别家CA", null)))
        .hasMessageContaining("FOREIGN_KEY");
    players.reads(applicant, orderNo, 1);
    players.reads(applicant, orderNo, 2);
    long install = players.task(orderNo, TaskQueue.INSTALL);
    assertThat(install).isPositive();
    updates.report(applicant, orderNo, 1, true, null);
    updates.report(applicant, orderNo, 2, false, "介质被拔出");
    players.task(orderNo, TaskQueue.REPAIR);
    assertThat(players.order(orderNo).state()).isEqualTo(OrderState.UPDATE_FAILED);
    updates.retry(applicant, orderNo);
    players.task(orderNo, TaskQueue.INSTALL);
    assertThat(players.waiting(orderNo, TaskQueue.INSTALL)).isOne();
    players.runs(applicant, orderNo, OrderState.COMPLETED);

    HeldCertificate renewed = players.issuedFor(orderNo, 2);
    assertThat(renewed.seals()).containsExactly("OFFICIAL", "FINANCE");
    assertThat(renewed.mediumSerial()).isEqualTo(players.certificate(two).mediumSerial());
    assertThat(renewed.notAfter())
        .isAfter(players.certificate(two).notAfter().plus(Duration.ofDays(364)));
    assertThat(players.state(one)).isEqualTo(CertificateState.REPLACED);
    assertThat(players.state(two)).isEqualTo(CertificateState.REPLACED);
    assertThat(orders.items(orderNo)).allMatch(item -> item.status() == ItemStatus.DONE);
  }

  @Test
  @Tag("GS-24")
  @Tag("GS-51")
  @Tag("GS-76")
  @Tag("E3")
  void a_lost_certificate_is_suspended_on_submission_and_replaced_on_issue() {
    Actor applicant = players.organisation(HALL);
    String lost = business(applicant, "OFFICIAL", "FINANCE", "CONTRACT");
    String orderNo = players.submits(applicant, form(Service.REPLACE, of(lost)));
    assertThat(players.state(lost)).isEqualTo(CertificateState.SUSPENDED);
    assertThat(players.order(orderNo).totalFen()).isEqualTo(65000);
    players.runs(applicant, orderNo, OrderState.COMPLETED);

    assertThat(players.state(lost)).isEqualTo(CertificateState.REPLACED);
    HeldCertificate fresh = players.issuedFor(orderNo, 1);
    assertThat(fresh.state()).isEqualTo(CertificateState.NORMAL);
    assertThat(fresh.mediumSerial()).isNotEqualTo(players.certificate(lost).mediumSerial());
    assertThat(fresh.notAfter()).isEqualTo(players.certificate(lost).notAfter());
  }

  @Test
  @Tag("GS-26")
  @Tag("GS-78")
  void a_change_gives_the_organisation_its_new_name_and_ends_the_old_certificate() {
    Actor applicant = players.organisation(HALL);
    String old = business(applicant, "OFFICIAL");
    OrderForm form =
        form(Service.CHANGE, of(old))
            .withChange(
                new OrderForm.ChangeForm(List.of(ChangeKind.NAME), "甘肃新名建设有限公司", null, null, null));
    String orderNo = players.submits(applicant, form);
    players.runs(applicant, orderNo, OrderState.COMPLETED);

    assertThat(players.state(old)).isEqualTo(CertificateState.CHANGED);
    assertThat(players.issuedFor(orderNo, 1).organisationName()).isEqualTo("甘肃新名建设有限公司");
    assertThat(organisations.of(applicant).orElseThrow().name()).isEqualTo("甘肃新名建设有限公司");
  }

  @Test
  @Tag("GS-27")
  @Tag("GS-79")
  void seals_are_added_by_staff_to_the_key_that_carries_the_certificate() {
    Actor applicant = players.organisation(HALL);
    String serial = business(applicant, "OFFICIAL");
    String orderNo =
        players.submits(applicant, form(Service.ADD_SEAL, of(serial, 0, "FINANCE", "CONTRACT")));
    assertThat(players.order(orderNo).totalFen()).isEqualTo(20000);
    players.runs(applicant, orderNo, OrderState.COMPLETED);

    assertThat(players.certificate(serial).seals())
        .containsExactly("OFFICIAL", "FINANCE", "CONTRACT");
    assertThat(players.state(serial)).isEqualTo(CertificateState.NORMAL);
    assertThat(players.issuedFor(orderNo, 1)).isNull();
  }
}
