package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.Applications.collected;
import static io.certhall.workers.lifecycle.Applications.item;
import static io.certhall.workers.lifecycle.Applications.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.application.CertificateServices;
import io.certhall.processes.certificate.CertificateHistory;
import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.certificate.CertificateUnlock;
import io.certhall.processes.certificate.KeyLock;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.support.SampleFiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 甘肃中工国际: pay after review; renewals and changes are written by the holder. */
@LifecycleTest
class GsAcceptanceTest {

  private static final String HALL = "gscamce";

  private final Visits visits;
  private final HallStaff staff;
  private final Fulfilment fulfilment;
  private final CertificateServices services;
  private final CertificateUnlock unlock;
  private final KeyLock lock;
  private final CertificateHistory history;

  GsAcceptanceTest(
      Visits visits,
      HallStaff staff,
      Fulfilment fulfilment,
      CertificateServices services,
      CertificateUnlock unlock,
      KeyLock lock,
      CertificateHistory history) {
    this.visits = visits;
    this.staff = staff;
    this.fulfilment = fulfilment;
    this.services = services;
    this.unlock = unlock;
    this.lock = lock;
    this.history = history;
  }

  @Test
  @Tag("AC-02")
  @Tag("GS-68")
  @Tag("GS-72")
  void ac_02_a_first_certificate_with_three_seals_is_collected() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.submits(
            collected(
                visit.form(
                    Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL", "FINANCE", "CONTRACT"))));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(65_000);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.produces(orderNo);
    visit.reaches(orderNo, OrderState.PICKUP_PENDING);
    staff.handsOver(orderNo, "王五", "001X", true);
    visit.reaches(orderNo, OrderState.COMPLETED);

    assertThat(visit.states(orderNo))
        .containsExactly(
            OrderState.DRAFT,
            OrderState.REVIEW_PENDING,
            OrderState.PAYMENT_PENDING,
            OrderState.ISSUE_PENDING,
            OrderState.PICKUP_PENDING,
            OrderState.COMPLETED);
    CertificateRow certificate = visit.issued(orderNo).getFirst();
    assertThat(certificate.state()).isEqualTo("NORMAL");
    assertThat(certificate.mediumSerial()).isEqualTo(HallStaff.keyOf(orderNo, 1));
  }

  @Test
  @Tag("AC-08")
  @Tag("GS-66")
  void ac_08_a_rejected_application_is_corrected_and_locked_while_in_review() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.submits(visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    assertThatThrownBy(
            () -> visit.attaches(orderNo, "APPLICATION_FORM", "新.pdf", SampleFiles.pdf()))
        .hasMessageContaining("ORDER_LOCKED");
    staff.rejects(orderNo, "materials.APPLICATION_FORM", "申请表未加盖公章");
    visit.reaches(orderNo, OrderState.REJECTED);

    visit.attaches(orderNo, "APPLICATION_FORM", "新.pdf", SampleFiles.pdf());
    visit.submits(orderNo);
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    assertThatThrownBy(
            () -> visit.attaches(orderNo, "APPLICATION_FORM", "又.pdf", SampleFiles.pdf()))
        .hasMessageContaining("ORDER_LOCKED");
    staff.approves(orderNo);
    visit.reaches(orderNo, OrderState.PAYMENT_PENDING);

    assertThat(visit.steps(orderNo))
        .containsSubsequence("SUBMITTED", "REJECTED", "RESUBMITTED", "APPROVED");
  }

  @Test
  @Tag("AC-10")
  @Tag("GS-25")
  @Tag("GS-83")
  @Tag("GS-84")
  void ac_10_an_own_key_is_unlocked_at_once_and_a_foreign_one_is_refused() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate = issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL");
    KeyReading own = new KeyReading(certificate.mediumSerial(), certificate.issuer(), null);
    KeyReading foreign = new KeyReading("FOREIGN-1", "CN=别家CA", null);
    assertThat(lock.reportWrongPins(visit.applicant, HALL, own, 10)).isTrue();
    assertThat(visit.now(certificate).state()).isEqualTo("LOCKED");

    assertThatThrownBy(() -> unlock.unlock(visit.applicant, HALL, foreign))
        .hasMessageContaining("FOREIGN_KEY");
    unlock.unlock(visit.applicant, HALL, own);

    assertThat(visit.now(certificate).state()).isEqualTo("NORMAL");
    assertThat(history.of(visit.applicant, certificate.serial()))
        .filteredOn(event -> event.move() == CertificateMove.UNLOCK)
        .singleElement()
        .satisfies(event -> assertThat(event.orderNo()).isNull());
    assertThatThrownBy(() -> visit.drafts(visit.form(Service.UNLOCK, on(certificate))))
        .hasMessageContaining("SERVICE_INSTANT");
  }

  @Test
  @Tag("GS-23")
  @Tag("GS-29")
  @Tag("GS-50")
  @Tag("GS-77")
  @Tag("GS-81")
  void two_certificates_are_renewed_in_one_application_and_written_by_the_holder() {
    Visit visit = visits.at(HALL);
    CertificateRow first = issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL");
    CertificateRow second = issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL", "FINANCE");
    assertThatThrownBy(() -> visit.drafts(visit.form(Service.RENEW, on(first))))
        .hasMessageContaining("RENEWAL_WINDOW");
    visit.expiring(first, Duration.ofDays(89));
    visit.expiring(second, Duration.ofDays(89));

    String orderNo = visit.submits(visit.form(Service.RENEW, on(first), on(second)));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(70_000);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.plugsIn(orderNo, 1, first);
    visit.plugsIn(orderNo, 2, second);
    visit.reports(orderNo, 1, true);
    visit.reports(orderNo, 2, true);
    visit.reaches(orderNo, OrderState.COMPLETED);

    assertThat(visit.issued(orderNo)).extracting(CertificateRow::years).containsExactly(1, 1);
    assertThat(List.of(visit.now(first).state(), visit.now(second).state()))
        .containsOnly("REPLACED");
    assertThat(visit.issued(orderNo))
        .extracting(CertificateRow::mediumSerial)
        .containsExactlyInAnyOrder(first.mediumSerial(), second.mediumSerial());
  }

  @Test
  @Tag("GS-24")
  @Tag("GS-51")
  @Tag("GS-76")
  void a_lost_certificate_is_replaced_with_its_seals_and_stopped_at_once() {
    Visit visit = visits.at(HALL);
    CertificateRow lost =
        issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL", "FINANCE", "CONTRACT");

    String orderNo = visit.submits(visit.form(Service.REPLACE, on(lost)));
    assertThat(visit.now(lost).state()).isEqualTo("SUSPENDED");
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(65_000);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.produces(orderNo);
    visit.reaches(orderNo, OrderState.SHIP_PENDING);

    CertificateRow instead = visit.issued(orderNo).getFirst();
    assertThat(instead.type()).isEqualTo(lost.type());
    assertThat(instead.mediumSerial()).isNotEqualTo(lost.mediumSerial());
    assertThat(visits.certificates().seals(instead.serial())).hasSize(3);
    assertThat(visit.now(lost).state()).isEqualTo("REPLACED");
  }

  @Test
  @Tag("GS-26")
  @Tag("GS-78")
  @Tag("GS-82")
  void a_change_whose_installation_fails_is_finished_by_staff() {
    Visit visit = visits.at(HALL);
    CertificateRow before = issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL");
    OrderForm form =
        visit
            .form(Service.CHANGE, on(before))
            .withChange(new OrderForm.ChangeForm(List.of(ChangeKind.SEAL), null, null, null, null));

    String orderNo = visit.submits(form);
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(30_000);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.plugsIn(orderNo, 1, before);
    visit.reports(orderNo, 1, false);
    visit.reaches(orderNo, OrderState.UPDATE_FAILED);
    visit.asksForHelp(orderNo);
    visit.reaches(orderNo, OrderState.REMOTE_PENDING);
    staff.holdsSession(orderNo, true, "远程重新写入");
    visit.reaches(orderNo, OrderState.COMPLETED);

    assertThat(visit.now(before).state()).isEqualTo("CHANGED");
    assertThat(visit.issued(orderNo)).singleElement().extracting("state").isEqualTo("NORMAL");
  }

  @Test
  @Tag("GS-27")
  @Tag("GS-47")
  @Tag("GS-79")
  void a_seal_is_added_to_a_certificate_by_staff() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate = issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL", "FINANCE");
    assertThatThrownBy(
            () ->
                visit.drafts(
                    visit.form(Service.ADD_SEAL, adding(certificate, "CONTRACT", "LEGAL_REP"))))
        .hasMessageContaining("LIMIT_SEALS");

    String orderNo = visit.submits(visit.form(Service.ADD_SEAL, adding(certificate, "CONTRACT")));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(10_000);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.writes(orderNo, certificate.mediumSerial());
    visit.reaches(orderNo, OrderState.COMPLETED);

    assertThat(visits.certificates().seals(certificate.serial())).hasSize(3);
    assertThat(visit.now(certificate).state()).isEqualTo("NORMAL");
  }

  @Test
  @Tag("GS-30")
  void a_renewal_is_offered_where_the_certificates_are_managed() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate = issued(visit, CertificateType.ORG_BUSINESS, "OFFICIAL");
    assertThat(open(visit, certificate)).doesNotContain(Service.RENEW).contains(Service.REPLACE);

    visit.expiring(certificate, Duration.ofDays(30));

    assertThat(open(visit, certificate)).contains(Service.RENEW, Service.CHANGE, Service.ADD_SEAL);
  }

  private List<Service> open(Visit visit, CertificateRow certificate) {
    return services.options(visit.applicant, certificate.serial()).stream()
        .filter(CertificateServices.Option::isOpen)
        .map(CertificateServices.Option::service)
        .toList();
  }

  private static OrderForm.ItemForm adding(CertificateRow certificate, String... seals) {
    return new OrderForm.ItemForm(null, null, 1, 1, List.of(seals), false, certificate.serial());
  }

  private CertificateRow issued(Visit visit, CertificateType type, String... seals) {
    return fulfilment.of(visit, visit.form(Service.NEW, item(type, 1, seals))).getFirst();
  }
}
