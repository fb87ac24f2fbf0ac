package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.Applications.invoiced;
import static io.certhall.workers.lifecycle.Applications.item;
import static io.certhall.workers.lifecycle.Applications.ofPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.identity.IdentityConsent;
import io.certhall.processes.identity.IdentityVerdict.Outcome;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.secret.SecretDeliveries;
import io.certhall.processes.secret.SecretDelivery;
import io.certhall.processes.secret.SecretRoute;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ScriptedIdentity;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 湖南: who applies proves himself, pays, and is reviewed within a working day. */
@LifecycleTest
class SzAcceptanceTest {

  private static final String HALL = "szca-hunan";

  private final Visits visits;
  private final HallStaff staff;
  private final SentMessages messages;
  private final SecretDeliveries secrets;
  private final Invoices invoices;
  private final ScriptedIdentity register;

  SzAcceptanceTest(
      Visits visits,
      HallStaff staff,
      SentMessages messages,
      SecretDeliveries secrets,
      Invoices invoices,
      ScriptedIdentity register) {
    this.visits = visits;
    this.staff = staff;
    this.messages = messages;
    this.secrets = secrets;
    this.invoices = invoices;
    this.register = register;
  }

  @Test
  @Tag("AC-38")
  @Tag("SZ-31")
  @Tag("SZ-32")
  @Tag("SZ-34")
  @Tag("SZ-35")
  @Tag("SZ-38")
  @Tag("SZ-39")
  void ac_38_an_organisation_pays_by_transfer_and_gets_key_pin_and_invoice() {
    Visit visit = visits.at(HALL);
    String orderNo = visit.submits(invoiced(organisation(visit), "湖南测试有限公司"));
    proves(visit, orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(35_000);
    visit.transfers(orderNo);
    visit.reaches(orderNo, OrderState.PAYMENT_CHECKING);
    assertThat(staff.tasks(staff.reviewer, TaskQueue.REVIEW, orderNo)).isEmpty();
    staff.confirmsTransfer(orderNo, 35_000);
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.produces(orderNo);
    visit.reaches(orderNo, OrderState.SHIP_PENDING);

    assertThat(secrets.of(visit.applicant, orderNo))
        .extracting(SecretDelivery::route)
        .containsExactly(SecretRoute.SMS_OPERATOR);
    assertThat(messages.bySms(orderNo)).contains("MSG-82");
    staff.ships(orderNo);
    visit.reaches(orderNo, OrderState.SHIPPED);
    visit.receives(orderNo);
    visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(invoices.of(visit.applicant, orderNo)).isPresent();
  }

  @Test
  @Tag("AC-38")
  @Tag("SZ-06")
  @Tag("SZ-29")
  void ac_38_nothing_is_paid_without_consents_and_a_proven_identity() {
    Visit visit = visits.at(HALL);
    String orderNo = visit.submits(organisation(visit));
    visit.reaches(orderNo, OrderState.IDENTITY_PENDING);
    visit.agrees(orderNo, IdentityConsent.values()[0]);
    assertThatThrownBy(() -> visit.showsCard(orderNo))
        .hasMessageContaining("IDENTITY_CONSENT_MISSING");

    visit.agrees(orderNo, IdentityConsent.values()[1]);
    visit.showsCard(orderNo);
    register.answers(Objects.requireNonNull(visit.agent.idNo()), Outcome.MISMATCH);
    assertThatThrownBy(() -> visit.provesIdentity(orderNo))
        .hasMessageContaining("IDENTITY_MISMATCH");

    assertThat(visit.order(orderNo).state()).isEqualTo(OrderState.IDENTITY_PENDING);
    assertThatThrownBy(() -> visits.payments().open(visit.applicant, orderNo, PaymentMethod.WECHAT))
        .hasMessageContaining("NOTHING_TO_PAY");
  }

  @Test
  @Tag("AC-40")
  @Tag("SZ-36")
  @Tag("SZ-37")
  void ac_40_a_paid_order_is_rejected_in_time_and_corrected_without_paying_again() {
    Visit visit = visits.at(HALL);
    String orderNo = visit.submits(organisation(visit));
    proves(visit, orderNo);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    TaskRow review = staff.task(staff.reviewer, TaskQueue.REVIEW, orderNo);
    Instant due = Objects.requireNonNull(review.dueAt());
    assertThat(due).isAfter(review.createdAt().plus(Duration.ofHours(23)));
    assertThat(review.isOverdue(due.minusSeconds(1))).isFalse();
    assertThat(review.isOverdue(due.plusSeconds(1))).isTrue();

    staff.rejects(orderNo, "materials.LICENCE", "营业执照未盖章");
    visit.reaches(orderNo, OrderState.REJECTED);
    assertThat(messages.bySms(orderNo)).contains("MSG-81");
    visit.submits(orderNo);

    assertThat(visit.reaches(orderNo, OrderState.REVIEW_PENDING).payStatus())
        .isEqualTo(PayStatus.PAID);
    assertThat(visits.payments().of(visit.applicant, orderNo)).hasSize(1);
  }

  @Test
  @Tag("SZ-07")
  @Tag("SZ-21")
  @Tag("SZ-28")
  void a_natural_person_applies_and_proves_himself() {
    Visit visit = visits.at(HALL);
    PersonForm himself =
        new PersonForm(
            visit.agent.name(),
            IdentityDocument.RESIDENT_ID,
            visit.agent.idNo(),
            Fresh.phone(),
            "zhao@example.com");
    String orderNo =
        visit.submits(
            ofPerson(
                visit.form(Service.NEW, item(CertificateType.PERSON, 1, "SIGNATURE")),
                himself,
                null));
    proves(visit, orderNo);

    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(35_000);
    assertThat(visit.order(orderNo).holder()).isEqualTo(Holder.PERSON);
  }

  private static OrderForm organisation(Visit visit) {
    return visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL"));
  }

  private static void proves(Visit visit, String orderNo) {
    visit.reaches(orderNo, OrderState.IDENTITY_PENDING);
    for (IdentityConsent consent : IdentityConsent.values()) {
      visit.agrees(orderNo, consent);
    }
    visit.showsCard(orderNo);
    visit.provesIdentity(orderNo);
  }
}
