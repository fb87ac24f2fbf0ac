package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.payment.TransferDecision;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.FreshHall;
import io.certhall.processes.support.PaidOrders;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A transfer's way through the diagram: refused once, then confirmed. */
@LifecycleTest
class TransferLifecycleTest {

  private final OrderPlayers players;
  private final Payments payments;
  private final TransferVouchers vouchers;
  private final TransferChecks checks;
  private final HumanTasks tasks;
  private final PolicyPublication publication;
  private final TestOrganisations organisations;
  private final Actor finance;

  TransferLifecycleTest(
      OrderPlayers players,
      Payments payments,
      TransferVouchers vouchers,
      TransferChecks checks,
      HumanTasks tasks,
      PolicyPublication publication,
      TestOrganisations organisations,
      TestAccounts accounts) {
    this.players = players;
    this.payments = payments;
    this.vouchers = vouchers;
    this.checks = checks;
    this.tasks = tasks;
    this.publication = publication;
    this.organisations = organisations;
    this.finance = accounts.staff(Role.FINANCE);
  }

  @Test
  @Tag("SZ-31")
  @Tag("SZ-32")
  void a_refused_voucher_leads_back_to_the_payment_and_a_confirmed_one_on() throws IOException {
    String orderNo = submitted();
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);

    handIn(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_CHECKING);
    decide(orderNo, TransferDecision.refuse("未查到该笔汇款"));
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);

    Payment second = handIn(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_CHECKING);
    decide(orderNo, TransferDecision.confirm(second.amountFen()));
    players.reaches(orderNo, OrderState.ISSUE_PENDING);
    assertThat(players.order(orderNo).payStatus()).isEqualTo(PayStatus.PAID);
  }

  private String submitted() {
    String hall = FreshHall.published(publication, PaidOrders::withTransfers);
    String elsewhere =
        players.submits(DeliveryMethod.COURIER, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    organisations.approvalElsewhere(
        Objects.requireNonNull(players.order(elsewhere).organisationId()),
        hall,
        ApprovalState.APPROVED);
    OrderForm form =
        OrderPlayers.form(DeliveryMethod.COURIER, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    return players.submits(
        new OrderForm(
            hall,
            form.service(),
            form.holder(),
            form.items(),
            form.agent(),
            form.delivery(),
            form.invoice(),
            form.agreements()));
  }

  private Payment handIn(String orderNo) throws IOException {
    Payment payment = payments.open(players.applicant, orderNo, PaymentMethod.TRANSFER);
    vouchers.submit(players.applicant, payment.paymentNo(), List.of(PaidOrders.picture()));
    return payment;
  }

  private void decide(String orderNo, TransferDecision decision) {
    checks.decide(finance, tasks.waiting(orderNo, TaskQueue.FINANCE).orElseThrow().id(), decision);
  }
}
