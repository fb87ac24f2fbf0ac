package io.certhall.processes.payment;

import static io.certhall.processes.support.TestOrders.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.PaidOrders;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTasks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bank statements confirm the transfers they show, each once. */
@ProcessesTest
class BankStatementsTest {

  private final BankStatements statements;
  private final PaidOrders paid;
  private final Payments payments;
  private final OrderWithdrawal withdrawal;
  private final HumanTasks tasks;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private Actor applicant = Actor.SYSTEM;
  private Actor finance = Actor.SYSTEM;
  private String orderNo = "";
  private String reference = "";

  BankStatementsTest(
      BankStatements statements,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations,
      Payments payments,
      PaymentSettlement settlement,
      TransferVouchers vouchers,
      OrderWithdrawal withdrawal,
      HumanTasks tasks,
      PolicyPublication publication) {
    this.statements = statements;
    this.paid =
        new PaidOrders(
            orders, steps, accounts, organisations, payments, settlement, vouchers, publication);
    this.payments = payments;
    this.withdrawal = withdrawal;
    this.tasks = tasks;
    this.orders = orders;
    this.accounts = accounts;
  }

  /** 650 yuan to be transferred. */
  @BeforeEach
  void an_order_to_pay_by_transfer() {
    applicant = paid.applicant();
    finance = accounts.staff(Role.FINANCE);
    orderNo =
        paid.submitted(applicant, item(CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT"));
    paid.due(orderNo);
    reference = "B" + Fresh.username();
  }

  private Payment voucher() {
    Payment transfer = paid.opened(applicant, orderNo, PaymentMethod.TRANSFER);
    paid.handIn(applicant, transfer);
    paid.check(orderNo);
    return transfer;
  }

  private StatementLine line(String number, long amountFen, String remark) {
    return new StatementLine(2, number, LocalDate.of(2026, 11, 20), amountFen, "甘肃某公司", remark);
  }

  private BankStatements.Result take(StatementLine... lines) {
    return statements.take(finance, "流水.xlsx", List.of(lines));
  }

  private OpenStatementLine open(String number) {
    return statements.open(finance).stream()
        .filter(line -> line.reference().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_transfer_that_names_its_order_is_confirmed_and_never_twice() {
    Payment transfer = voucher();
    StatementLine found = line(reference, 65_000, "服务费CA" + orderNo + "号订单");

    assertThat(take(found)).isEqualTo(new BankStatements.Result(1, 0, 0));
    assertThat(take(found, found)).isEqualTo(new BankStatements.Result(0, 0, 2));

    assertThat(orders.order(orderNo).payStatus()).isEqualTo(PayStatus.PAID);
    assertThat(orders.order(orderNo).paidFen()).isEqualTo(65_000);
    assertThat(payments.of(applicant, orderNo))
        .filteredOn(payment -> payment.paymentNo().equals(transfer.paymentNo()))
        .singleElement()
        .extracting(Payment::state)
        .isEqualTo(PaymentState.PAID);
    assertThat(take(line(reference + "2", 65_000, orderNo)))
        .isEqualTo(new BankStatements.Result(0, 1, 0));
    assertThat(open(reference + "2").finding()).isEqualTo(StatementFinding.NOT_AWAITED);
    assertThat(orders.order(orderNo).paidFen()).isEqualTo(65_000);
  }

  @Test
  void what_does_not_fit_is_listed_with_its_reason_and_nothing_is_booked() {
    voucher();

    take(
        line(reference + "a", 64_999, orderNo),
        line(reference + "b", 65_000, "服务费"),
        line(reference + "c", 65_000, "20200101000000001"));

    assertThat(open(reference + "a").finding()).isEqualTo(StatementFinding.AMOUNT_DIFFERS);
    assertThat(open(reference + "a").orderNo()).isEqualTo(orderNo);
    assertThat(open(reference + "b").finding()).isEqualTo(StatementFinding.NO_ORDER_NUMBER);
    assertThat(open(reference + "c").finding()).isEqualTo(StatementFinding.ORDER_UNKNOWN);
    assertThat(orders.order(orderNo).paidFen()).isZero();
  }

  @Test
  void money_that_came_before_its_voucher_is_matched_when_the_voucher_is_there() {
    Payment transfer = paid.opened(applicant, orderNo, PaymentMethod.TRANSFER);
    take(line(reference, 65_000, orderNo));
    assertThat(open(reference).finding()).isEqualTo(StatementFinding.NO_VOUCHER);

    paid.handIn(applicant, transfer);
    paid.check(orderNo);
    statements.matchAgain(finance);

    assertThat(orders.order(orderNo).payStatus()).isEqualTo(PayStatus.PAID);
    assertThat(statements.open(finance))
        .extracting(OpenStatementLine::reference)
        .doesNotContain(reference);
  }

  @Test
  void a_colleagues_case_ones_own_order_and_an_ended_order_are_left_alone() {
    voucher();
    Actor colleague = accounts.staff(Role.FINANCE);
    long task =
        tasks.waiting(orderNo, io.certhall.processes.task.TaskQueue.FINANCE).orElseThrow().id();
    tasks.claim(colleague, task);
    take(line(reference, 65_000, orderNo));
    assertThat(open(reference).finding()).isEqualTo(StatementFinding.CLAIMED);

    tasks.release(colleague, task);
    Actor own = new Actor(applicant.accountId(), applicant.name(), java.util.Set.of(Role.FINANCE));
    statements.take(own, "流水.csv", List.of(line(reference + "o", 65_000, orderNo)));
    assertThat(open(reference + "o").finding()).isEqualTo(StatementFinding.OWN_ORDER);

    withdrawal.withdraw(applicant, orderNo);
    statements.matchAgain(finance);
    assertThat(open(reference).finding()).isEqualTo(StatementFinding.ORDER_OVER);
    assertThat(orders.order(orderNo).paidFen()).isZero();
  }

  @Test
  void finance_notes_what_it_did_by_hand_once() {
    take(line(reference, 1, "不明来款"));
    long id = open(reference).id();

    assertThat(Refused.codes(() -> statements.done(finance, id, " ")))
        .containsExactly("FIELD_REQUIRED");
    statements.done(finance, id, "已退回");

    assertThat(Refused.codes(() -> statements.done(finance, id, "已退回")))
        .containsExactly("STATEMENT_LINE_DONE");
    assertThat(statements.open(finance)).noneMatch(line -> line.id() == id);
  }

  @Test
  void wrong_rows_are_all_named_and_nothing_is_imported() {
    StatementLine good = line(reference, 65_000, orderNo);

    assertThat(
            Refused.codes(
                () ->
                    take(
                        good,
                        new StatementLine(3, "", null, 100, "", ""),
                        new StatementLine(4, "X1", null, 0, "", ""),
                        new StatementLine(5, "X2", null, 1, "", "注".repeat(301)))))
        .containsExactly("STATEMENT_REFERENCE", "STATEMENT_AMOUNT", "FIELD_TOO_LONG");
    assertThat(Refused.codes(() -> take())).containsExactly("STATEMENT_EMPTY");
    assertThat(statements.open(finance))
        .extracting(OpenStatementLine::reference)
        .doesNotContain(reference);
  }

  @Test
  void statements_are_finances_business() {
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(Refused.by(() -> statements.take(reviewer, "a.csv", List.of())).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.by(() -> statements.open(reviewer)).kind()).isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.by(() -> statements.matchAgain(reviewer)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.by(() -> statements.done(reviewer, 1, "x")).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(statements.countOpen(reviewer)).isZero();
  }
}
