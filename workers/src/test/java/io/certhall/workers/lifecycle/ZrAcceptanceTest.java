package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.Applications.item;
import static io.certhall.workers.lifecycle.Applications.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.parts.TemporaryEngines;
import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.application.Reapplication;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.document.Documents;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentSettlement.Outcome;
import io.certhall.processes.payment.RefundSending;
import io.certhall.processes.rating.Ratings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 中燃: pay before review, what is free at once; renewals are updated item by item. */
@LifecycleTest
class ZrAcceptanceTest {

  private static final String HALL = "chinagas";

  private final Visits visits;
  private final HallStaff staff;
  private final Fulfilment fulfilment;
  private final SentMessages messages;
  private final OrderWithdrawal withdrawal;
  private final Reapplication reapplication;
  private final Ratings ratings;
  private final Documents documents;
  private final RefundSending refunds;
  private final InstantPayments provider;

  ZrAcceptanceTest(
      Visits visits,
      HallStaff staff,
      Fulfilment fulfilment,
      SentMessages messages,
      OrderWithdrawal withdrawal,
      Reapplication reapplication,
      Ratings ratings,
      Documents documents,
      RefundSending refunds,
      InstantPayments provider) {
    this.visits = visits;
    this.staff = staff;
    this.fulfilment = fulfilment;
    this.messages = messages;
    this.withdrawal = withdrawal;
    this.reapplication = reapplication;
    this.ratings = ratings;
    this.documents = documents;
    this.refunds = refunds;
    this.provider = provider;
  }

  @Test
  @Tag("AC-35")
  @Tag("ZR-04")
  @Tag("ZR-05")
  @Tag("ZR-16")
  @Tag("ZR-19")
  @Tag("ZR-26")
  @Tag("ZR-28")
  void ac_35_certificates_of_several_kinds_are_renewed_for_nothing_one_by_one() {
    Visit visit = visits.at(HALL);
    List<CertificateRow> held =
        fulfilment.of(
            visit,
            visit.form(
                Service.NEW,
                item(CertificateType.ORG, 1, "OFFICIAL"),
                item(CertificateType.LEGAL_REP, 1, "SIGNATURE"),
                ofPerson(visit, "赵六"),
                ofPerson(visit, "钱七")));
    List<CertificateRow> expiring =
        held.stream().map(certificate -> visit.expiring(certificate, Duration.ofDays(60))).toList();

    String orderNo =
        visit.submits(
            visit.form(
                Service.RENEW, expiring.stream().map(Applications::on).toArray(ItemForm[]::new)));
    Order free = visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    assertThat(free.totalFen()).isZero();
    assertThat(free.payStatus()).isEqualTo(PayStatus.FREE);
    staff.approves(orderNo);
    visit.reaches(orderNo, OrderState.UPDATE_PENDING);
    assertThat(messages.bySms(orderNo)).contains("MSG-70");
    for (Order.Item item : visits.orders().items(orderNo)) {
      visit.plugsIn(
          orderNo,
          item.seq(),
          expiring.stream()
              .filter(certificate -> certificate.serial().equals(item.certificateSerial()))
              .findFirst()
              .orElseThrow());
    }
    for (int seq = 1; seq <= 3; seq++) {
      visit.reports(orderNo, seq, true);
    }
    assertThat(visit.reaches(orderNo, OrderState.UPDATE_PENDING).completedAt()).isNull();
    visit.reports(orderNo, 4, true);

    visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(visit.issued(orderNo)).hasSize(4);
    ratings.rate(visit.applicant, orderNo, 5, "很方便");
    assertThat(ratings.of(visit.applicant, orderNo)).isPresent();
    assertThat(documents.receipt(visit.applicant, orderNo)).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  @Tag("AC-37")
  @Tag("ZR-15")
  @Tag("ZR-19")
  void ac_37_an_order_nobody_pays_is_closed_and_late_money_goes_back() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.submits(visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));
    Payment payment = visit.opensPayment(orderNo, PaymentMethod.WECHAT);
    assertThat(payment.amountFen()).isEqualTo(40_000);

    TemporaryEngines.shared().advanceClock(Duration.ofHours(25));

    visit.reaches(orderNo, OrderState.CLOSED);
    assertThat(visit.reportPaid(payment)).isEqualTo(Outcome.RETURNED);
    refunds.advance(10);
    assertThat(provider.refunds)
        .filteredOn(refund -> refund.paymentNo().equals(payment.paymentNo()))
        .singleElement()
        .satisfies(refund -> assertThat(refund.refundFen()).isEqualTo(40_000));
    assertThat(visit.order(orderNo).state()).isEqualTo(OrderState.CLOSED);
  }

  @Test
  @Tag("AC-37")
  @Tag("ZR-17")
  void before_that_it_can_be_edited() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.submits(visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));
    Payment open = visit.opensPayment(orderNo, PaymentMethod.WECHAT);

    String draft = reapplication.applyAgain(visit.applicant, orderNo);

    assertThat(visit.order(orderNo).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(visit.order(draft).state()).isEqualTo(OrderState.DRAFT);
    assertThat(visit.reportPaid(open)).isEqualTo(Outcome.RETURNED);
  }

  @Test
  @Tag("AC-37")
  void before_that_it_can_be_paid_again_or_cancelled() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.submits(visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));
    Payment first = visit.opensPayment(orderNo, PaymentMethod.WECHAT);
    Payment again = visit.opensPayment(orderNo, PaymentMethod.ALIPAY);
    assertThat(again.amountFen()).isEqualTo(first.amountFen());

    withdrawal.withdraw(visit.applicant, orderNo);

    assertThat(visit.order(orderNo).state()).isEqualTo(OrderState.CANCELLED);
  }

  @Test
  @Tag("ZR-11")
  void a_certificate_is_revoked_after_a_review() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment
            .of(visit, visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")))
            .getFirst();

    String orderNo = visit.submits(visit.form(Service.REVOKE, on(certificate)));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    assertThat(visit.now(certificate).state()).isEqualTo("NORMAL");
    staff.approves(orderNo);

    visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(visit.now(certificate).state()).isEqualTo("REVOKED");
  }

  private ItemForm ofPerson(Visit visit, String name) {
    return new ItemForm(
        CertificateType.ORG_PERSON,
        visits.organisations().person(visit.applicant, name),
        1,
        1,
        List.of("SIGNATURE"),
        false,
        null);
  }
}
