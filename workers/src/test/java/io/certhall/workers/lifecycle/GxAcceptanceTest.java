package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.Applications.item;
import static io.certhall.workers.lifecycle.Applications.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.order.Cause;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 宿迁国信: pay before review; main and secondary locks; keys are sent in. */
@LifecycleTest
class GxAcceptanceTest {

  private static final String HALL = "gxca-suqian";

  private final Visits visits;
  private final HallStaff staff;
  private final Fulfilment fulfilment;

  GxAcceptanceTest(Visits visits, HallStaff staff, Fulfilment fulfilment) {
    this.visits = visits;
    this.staff = staff;
    this.fulfilment = fulfilment;
  }

  @Test
  @Tag("AC-23")
  @Tag("GX-48")
  @Tag("GX-49")
  @Tag("GX-50")
  void ac_23_an_order_comes_to_the_reviewers_when_it_is_paid() {
    Visit visit = visits.at(HALL);
    String orderNo = visit.submits(visit.form(Service.NEW, lock(1, "OFFICIAL")));
    visit.reaches(orderNo, OrderState.PAYMENT_PENDING);
    assertThat(staff.tasks(staff.reviewer, TaskQueue.REVIEW, orderNo)).isEmpty();
    assertThatThrownBy(() -> visit.opensPayment(orderNo, PaymentMethod.WECHAT))
        .hasMessageContaining("METHOD_NOT_OFFERED");

    visit.pays(orderNo, PaymentMethod.ALIPAY);

    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    assertThat(staff.tasks(staff.reviewer, TaskQueue.REVIEW, orderNo)).hasSize(1);
  }

  @Test
  @Tag("AC-24")
  @Tag("E8")
  @Tag("GX-20")
  @Tag("GX-21")
  void ac_24_the_first_lock_is_the_main_one_and_carries_the_seal() {
    Visit visit = visits.at(HALL);
    String orderNo = visit.submits(visit.form(Service.NEW, lock(1, "OFFICIAL"), lock(1), lock(1)));

    assertThat(visit.order(orderNo).totalFen()).isEqualTo(55_000);
    assertThat(visits.orders().items(orderNo))
        .extracting(Order.Item::secondary)
        .containsExactly(false, true, true);
    assertThat(visits.orders().items(orderNo))
        .extracting(lock -> lock.seals().size())
        .containsExactly(1, 0, 0);
  }

  @Test
  @Tag("GX-20")
  void a_lock_applied_for_later_is_a_secondary_one() {
    Visit visit = visits.at(HALL);
    fulfilment.of(visit, visit.form(Service.NEW, lock(1, "OFFICIAL")));

    String orderNo = visit.submits(visit.form(Service.NEW, lock(1)));

    assertThat(visits.orders().items(orderNo)).allMatch(Order.Item::secondary);
    assertThat(visit.order(orderNo).totalFen()).isEqualTo(15_000);
  }

  @Test
  @Tag("AC-25")
  @Tag("GX-56")
  void ac_25_four_years_cost_the_offer_and_five_are_refused() {
    Visit four = visits.at(HALL);
    String offered = four.submits(four.form(Service.NEW, lock(4, "OFFICIAL"), lock(4)));
    assertThat(four.order(offered).totalFen()).isEqualTo(105_000);

    Visit three = visits.at(HALL);
    String yearly = three.submits(three.form(Service.NEW, lock(3, "OFFICIAL")));
    assertThat(three.order(yearly).totalFen()).isEqualTo(65_000);

    assertThatThrownBy(() -> three.drafts(three.form(Service.NEW, lock(5, "OFFICIAL"))))
        .hasMessageContaining("YEARS_RANGE");
  }

  @Test
  @Tag("AC-27")
  @Tag("GX-02")
  @Tag("GX-12")
  @Tag("GX-37")
  void ac_27_an_old_key_sent_in_is_exchanged_for_a_new_one_for_nothing() {
    Visit visit = visits.at(HALL);
    CertificateRow old =
        fulfilment.of(visit, visit.form(Service.NEW, lock(1, "OFFICIAL"))).getFirst();

    String orderNo = visit.submits(visit.form(Service.EXCHANGE, on(old)));
    Order free = visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    assertThat(free.totalFen()).isZero();
    assertThat(free.payStatus()).isEqualTo(PayStatus.FREE);
    staff.approves(orderNo);
    visit.reaches(orderNo, OrderState.KEY_INBOUND);
    assertThatThrownBy(() -> staff.receivesKey(orderNo, "SOME-OTHER-KEY"))
        .hasMessageContaining("KEY_MISMATCH");
    staff.receivesKey(orderNo, Objects.requireNonNull(old.mediumSerial()));
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.produces(orderNo);
    visit.reaches(orderNo, OrderState.SHIP_PENDING);

    assertThat(visit.issued(orderNo)).singleElement().extracting("state").isEqualTo("NORMAL");
    assertThat(visit.now(old).state()).isEqualTo("REPLACED");
  }

  @Test
  @Tag("AC-29")
  @Tag("GX-19")
  @Tag("GX-63")
  @Tag("GX-64")
  void ac_29_a_late_revocation_is_accepted_flagged_and_done_in_time() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment.of(visit, visit.form(Service.NEW, lock(1, "OFFICIAL"))).getFirst();
    Instant nineHoursAgo = Instant.now().minus(Duration.ofHours(9));

    String orderNo = visit.submits(revoking(visit, certificate, nineHoursAgo));
    assertThat(visit.reaches(orderNo, OrderState.REVIEW_PENDING).late()).isTrue();
    staff.approves(orderNo);

    Order done = visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(visit.now(certificate).state()).isEqualTo("REVOKED");
    assertThat(done.overdue()).isFalse();
    assertThat(Objects.requireNonNull(done.dueBy()))
        .isBetween(
            Objects.requireNonNull(done.completedAt()), Instant.now().plus(Duration.ofHours(24)));
  }

  @Test
  @Tag("AC-29")
  @Tag("GX-63")
  void a_revocation_asked_for_within_eight_hours_is_not_flagged() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment.of(visit, visit.form(Service.NEW, lock(1, "OFFICIAL"))).getFirst();

    String orderNo =
        visit.submits(revoking(visit, certificate, Instant.now().minus(Duration.ofHours(7))));

    assertThat(visit.reaches(orderNo, OrderState.REVIEW_PENDING).late()).isFalse();
  }

  @Test
  @Tag("GX-51")
  @Tag("GX-53")
  void a_rejected_order_that_was_paid_is_corrected_without_paying_again() {
    Visit visit = visits.at(HALL);
    String orderNo = visit.submits(visit.form(Service.NEW, lock(1, "OFFICIAL")));
    visit.pays(orderNo, PaymentMethod.ALIPAY);
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.rejects(orderNo, "materials.LICENCE", "营业执照不清晰");
    visit.reaches(orderNo, OrderState.REJECTED);

    visit.submits(orderNo);

    assertThat(visit.reaches(orderNo, OrderState.REVIEW_PENDING).payStatus())
        .isEqualTo(PayStatus.PAID);
    assertThat(visits.payments().of(visit.applicant, orderNo)).hasSize(1);
  }

  private static OrderForm.ItemForm lock(int years, String... seals) {
    return item(CertificateType.ORG, years, seals);
  }

  private static OrderForm revoking(Visit visit, CertificateRow certificate, Instant since) {
    return visit
        .form(Service.REVOKE, on(certificate))
        .withStatement(new StatementForm(Cause.KEY_COMPROMISED, since, "口令泄露"));
  }
}
