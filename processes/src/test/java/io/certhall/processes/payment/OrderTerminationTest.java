package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.processes.support.TestOrders.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.application.OrderTermination;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.PaidOrders;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reviewer ends an order before anything is issued (T23). */
@ProcessesTest
class OrderTerminationTest {

  private final OrderTermination termination;
  private final PaidOrders paid;
  private final RefundDesk refunds;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final DSLContext dsl;
  private Actor applicant = Actor.SYSTEM;
  private Actor reviewer = Actor.SYSTEM;
  private String orderNo = "";

  OrderTerminationTest(
      OrderTermination termination,
      RefundDesk refunds,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations,
      Payments payments,
      PaymentSettlement settlement,
      TransferVouchers vouchers,
      PolicyPublication publication,
      DSLContext dsl) {
    this.termination = termination;
    this.paid =
        new PaidOrders(
            orders, steps, accounts, organisations, payments, settlement, vouchers, publication);
    this.refunds = refunds;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.dsl = dsl;
  }

  @BeforeEach
  void a_submitted_order() {
    applicant = paid.applicant();
    reviewer = accounts.staff(Role.REVIEWER);
    orderNo = paid.submitted(applicant, item(CertificateType.ORG, "OFFICIAL"));
  }

  @Test
  void a_paid_order_is_closed_refunded_and_the_applicant_told_why() {
    paid.due(orderNo);
    paid.pay(paid.opened(applicant, orderNo, PaymentMethod.ALIPAY));
    steps.review(orderNo);

    termination.terminate(reviewer, orderNo, " 涉嫌冒用他人证照 ");

    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.CLOSED);
    assertThat(orders.order(orderNo).payStatus()).isEqualTo(PayStatus.REFUNDING);
    assertThat(refunds.of(accounts.staff(Role.FINANCE), orderNo))
        .singleElement()
        .extracting(Refund::amountFen)
        .isEqualTo(orders.order(orderNo).paidFen());
    assertThat(
            dsl.fetchCount(
                NOTIFICATION,
                NOTIFICATION.ORDER_NO.eq(orderNo).and(NOTIFICATION.MESSAGE_ID.eq("MSG-05"))))
        .isPositive();
  }

  @Test
  void an_unpaid_order_is_closed_without_a_refund() {
    steps.review(orderNo);

    termination.terminate(reviewer, orderNo, "重复申请");

    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.CLOSED);
    assertThat(refunds.of(accounts.staff(Role.FINANCE), orderNo)).isEmpty();
    assertThat(Refused.codes(() -> termination.terminate(reviewer, orderNo, "重复申请")))
        .containsExactly("ORDER_NOT_TERMINABLE");
  }

  @Test
  void a_key_waiting_for_the_producer_can_be_stopped_and_one_at_the_ca_can_not() {
    steps.production(orderNo);
    assertThat(termination.isPossible(orders.order(orderNo))).isTrue();

    String shipped = paid.submitted(applicant, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    steps.dispatch(shipped);

    assertThat(Refused.codes(() -> termination.terminate(reviewer, shipped, "不再办理")))
        .containsExactly("ORDER_NOT_TERMINABLE");
  }

  @Test
  void a_reason_and_the_right_person_are_needed_and_drafts_are_left_alone() {
    assertThat(Refused.codes(() -> termination.terminate(reviewer, orderNo, " ")))
        .containsExactly("FIELD_REQUIRED");
    assertThat(Refused.codes(() -> termination.terminate(reviewer, orderNo, "因".repeat(201))))
        .containsExactly("FIELD_TOO_LONG");
    assertThat(
            Refused.by(() -> termination.terminate(accounts.staff(Role.FINANCE), orderNo, "原因"))
                .kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    String draft = orders.draft(applicant, paid.form(item(CertificateType.ORG_BUSINESS)));
    assertThat(Refused.by(() -> termination.terminate(reviewer, draft, "原因")).kind())
        .isIn(RefusalKind.NOT_FOUND, RefusalKind.CONFLICT);
  }
}
