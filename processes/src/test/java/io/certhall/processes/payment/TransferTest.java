package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.PAYMENT_VOUCHER;
import static io.certhall.processes.support.TestOrders.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.PaidOrders;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class TransferTest {

  private static final long DUE = 65_000;

  private final PaidOrders paid;
  private final TransferVouchers vouchers;
  private final TransferChecks checks;
  private final Payments payments;
  private final RefundDesk refunds;
  private final OrderWithdrawal withdrawal;
  private final HumanTasks tasks;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final DSLContext dsl;
  private Actor applicant = Actor.SYSTEM;
  private Actor finance = Actor.SYSTEM;
  private String orderNo = "";

  TransferTest(
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations,
      Payments payments,
      PaymentSettlement settlement,
      TransferVouchers vouchers,
      TransferChecks checks,
      RefundDesk refunds,
      OrderWithdrawal withdrawal,
      HumanTasks tasks,
      PolicyPublication publication,
      DSLContext dsl) {
    this.paid =
        new PaidOrders(
            orders, steps, accounts, organisations, payments, settlement, vouchers, publication);
    this.vouchers = vouchers;
    this.checks = checks;
    this.payments = payments;
    this.refunds = refunds;
    this.withdrawal = withdrawal;
    this.tasks = tasks;
    this.orders = orders;
    this.accounts = accounts;
    this.dsl = dsl;
  }

  private static ItemForm organisation() {
    return item(CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT");
  }

  @BeforeEach
  void an_order_that_waits_for_its_payment() {
    applicant = paid.applicant();
    finance = accounts.staff(Role.FINANCE);
    orderNo = paid.submitted(applicant, organisation());
    paid.due(orderNo);
  }

  private Payment transfer() {
    return paid.opened(applicant, orderNo, PaymentMethod.TRANSFER);
  }

  private Payment now(Payment payment) {
    return payments.of(applicant, orderNo).stream()
        .filter(other -> other.paymentNo().equals(payment.paymentNo()))
        .findFirst()
        .orElseThrow();
  }

  private Order order() {
    return orders.order(orderNo);
  }

  private HumanTask inCheck(Payment payment) {
    paid.handIn(applicant, payment);
    return paid.check(orderNo);
  }

  @Test
  @Tag("SZ-31")
  void a_transfer_names_the_halls_account_and_the_remark_to_quote() {
    Payment transfer = transfer();

    TransferAccount account = vouchers.account(order()).orElseThrow();

    assertThat(account.account()).isEqualTo("6222000011112222");
    assertThat(account.remark()).isEqualTo(orderNo);
    assertThat(transfer.state()).isEqualTo(PaymentState.OPEN);
    assertThat(transfer.amountFen()).isEqualTo(DUE);
    assertThat(transfer.codeUrl()).isNull();
    assertThat(transfer().paymentNo()).isEqualTo(transfer.paymentNo());
  }

  @Test
  @Tag("SZ-32")
  @Tag("AC-38")
  void one_or_two_vouchers_bring_the_order_to_finance() {
    Payment transfer = transfer();

    paid.handIn(
        applicant, transfer, PaidOrders.picture(), PaidOrders.upload("凭证.pdf", SampleFiles.pdf()));

    assertThat(now(transfer).state()).isEqualTo(PaymentState.CHECKING);
    assertThat(order().payStatus()).isEqualTo(PayStatus.CHECKING);
    assertThat(tasks.waiting(orderNo, TaskQueue.PAYMENT)).isEmpty();
    assertThat(vouchers.of(applicant, transfer.paymentNo()))
        .extracting(VoucherView::fileName)
        .containsExactly("回单.jpg", "凭证.pdf");
  }

  @Test
  void a_voucher_is_kept_encrypted_and_each_look_is_on_record() {
    Payment transfer = transfer();
    paid.handIn(applicant, transfer);

    StoredFile file = vouchers.open(finance, transfer.paymentNo(), 1);

    assertThat(file.content()).isEqualTo(SampleFiles.jpeg());
    byte[] kept =
        dsl.select(PAYMENT_VOUCHER.CONTENT_ENC)
            .from(PAYMENT_VOUCHER)
            .where(PAYMENT_VOUCHER.PAYMENT_NO.eq(transfer.paymentNo()))
            .fetchSingle(PAYMENT_VOUCHER.CONTENT_ENC);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(SampleFiles.jpeg(), StandardCharsets.ISO_8859_1));
    assertThat(Refused.codes(() -> vouchers.open(accounts.applicant(), transfer.paymentNo(), 1)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void what_is_no_voucher_is_refused() {
    Payment transfer = transfer();
    byte[] words = "付款了".getBytes(StandardCharsets.UTF_8);

    assertThat(Refused.codes(() -> vouchers.submit(applicant, transfer.paymentNo(), List.of())))
        .containsExactly("VOUCHER_MISSING");
    assertThat(
            Refused.codes(
                () ->
                    paid.handIn(
                        applicant,
                        transfer,
                        PaidOrders.picture(),
                        PaidOrders.picture(),
                        PaidOrders.picture())))
        .containsExactly("VOUCHERS_TOO_MANY");
    assertThat(
            Refused.codes(
                () -> paid.handIn(applicant, transfer, PaidOrders.upload("回单.jpg", words))))
        .containsExactly("UNSUPPORTED_TYPE");
    assertThat(
            Refused.codes(
                () ->
                    paid.handIn(
                        applicant,
                        transfer,
                        PaidOrders.upload(
                            "回单.jpg", new byte[(int) TransferVouchers.MAX_BYTES + 1]))))
        .containsExactly("TOO_LARGE");
    assertThat(now(transfer).state()).isEqualTo(PaymentState.OPEN);
  }

  @Test
  void vouchers_are_handed_in_once_by_the_owner_for_a_transfer() {
    Payment transfer = transfer();
    Payment scanned = paid.opened(applicant, orderNo, PaymentMethod.WECHAT);

    assertThat(Refused.codes(() -> paid.handIn(paid.applicant(), transfer)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.codes(() -> paid.handIn(applicant, scanned)))
        .containsExactly("NOT_A_TRANSFER");
    paid.handIn(applicant, transfer);
    assertThat(Refused.codes(() -> paid.handIn(applicant, transfer)))
        .containsExactly("VOUCHER_NOT_AWAITED");
    assertThat(Refused.codes(() -> paid.opened(applicant, orderNo, PaymentMethod.WECHAT)))
        .containsExactly("VOUCHER_IN_CHECK");
  }

  @Test
  @Tag("AC-38")
  void finance_confirms_what_has_arrived_and_the_order_is_paid() {
    Payment transfer = transfer();
    HumanTask check = inCheck(transfer);

    checks.decide(finance, check.id(), TransferDecision.confirm(DUE));

    assertThat(now(transfer).state()).isEqualTo(PaymentState.PAID);
    assertThat(order().payStatus()).isEqualTo(PayStatus.PAID);
    assertThat(order().paidFen()).isEqualTo(DUE);
    assertThat(order().dueFen()).isZero();
    assertThat(tasks.waiting(orderNo, TaskQueue.FINANCE)).isEmpty();
  }

  @Test
  void less_than_is_due_cannot_be_confirmed() {
    HumanTask check = inCheck(transfer());

    assertThat(
            Refused.codes(
                () -> checks.decide(finance, check.id(), TransferDecision.confirm(DUE - 1))))
        .containsExactly("TRANSFER_TOO_LOW");
    assertThat(
            Refused.codes(
                () ->
                    checks.decide(
                        finance,
                        check.id(),
                        new TransferDecision(TransferDecision.Verdict.CONFIRM, null, null))))
        .containsExactly("FIELD_REQUIRED");
    assertThat(order().payStatus()).isEqualTo(PayStatus.CHECKING);
  }

  @Test
  void more_than_is_due_is_confirmed_and_the_surplus_goes_back() {
    HumanTask check = inCheck(transfer());

    checks.decide(finance, check.id(), TransferDecision.confirm(DUE + 500));

    assertThat(order().dueFen()).isZero();
    assertThat(refunds.of(finance, orderNo))
        .singleElement()
        .satisfies(
            refund -> {
              assertThat(refund.amountFen()).isEqualTo(500);
              assertThat(refund.state()).isEqualTo(RefundState.MANUAL);
            });
  }

  @Test
  @Tag("SZ-31")
  void a_refused_voucher_brings_the_order_back_with_the_reason() {
    Payment first = transfer();
    HumanTask check = inCheck(first);

    checks.decide(finance, check.id(), TransferDecision.refuse("未查到该笔汇款"));

    assertThat(now(first).state()).isEqualTo(PaymentState.REFUSED);
    assertThat(now(first).refusalReason()).isEqualTo("未查到该笔汇款");
    assertThat(order().payStatus()).isEqualTo(PayStatus.UNPAID);
    paid.due(orderNo);
    Payment second = transfer();
    assertThat(second.paymentNo()).isNotEqualTo(first.paymentNo());
    HumanTask again = inCheck(second);
    checks.decide(finance, again.id(), TransferDecision.confirm(DUE));
    assertThat(order().payStatus()).isEqualTo(PayStatus.PAID);
  }

  @Test
  void a_refusal_needs_a_reason() {
    HumanTask check = inCheck(transfer());

    assertThat(
            Refused.codes(() -> checks.decide(finance, check.id(), TransferDecision.refuse(" "))))
        .containsExactly("REASON_REQUIRED");
    assertThat(
            Refused.codes(
                () -> checks.decide(finance, check.id(), TransferDecision.refuse("长".repeat(201)))))
        .containsExactly("TEXT_TOO_LONG");
  }

  @Test
  void nobody_confirms_the_money_of_his_own_order_nor_without_the_role() {
    HumanTask check = inCheck(transfer());
    Actor both =
        new Actor(applicant.accountId(), applicant.name(), Set.of(Role.APPLICANT, Role.FINANCE));

    assertThat(Refused.codes(() -> checks.decide(both, check.id(), TransferDecision.confirm(DUE))))
        .containsExactly("OWN_ORDER");
    assertThat(
            Refused.codes(
                () ->
                    checks.decide(
                        accounts.staff(Role.REVIEWER), check.id(), TransferDecision.confirm(DUE))))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  void a_colleagues_case_is_left_alone_and_a_decided_one_stays_decided() {
    HumanTask check = inCheck(transfer());
    tasks.claim(finance, check.id());
    Actor colleague = accounts.staff(Role.FINANCE);

    assertThat(
            Refused.codes(
                () -> checks.decide(colleague, check.id(), TransferDecision.confirm(DUE))))
        .containsExactly("TASK_CLAIMED");
    checks.decide(finance, check.id(), TransferDecision.confirm(DUE));
    assertThat(
            Refused.codes(() -> checks.decide(finance, check.id(), TransferDecision.confirm(DUE))))
        .containsExactly("TASK_DONE");
  }

  @Test
  void money_by_code_while_the_voucher_is_checked_goes_back() {
    Payment scanned = paid.opened(applicant, orderNo, PaymentMethod.WECHAT);
    inCheck(transfer());

    assertThat(paid.pay(scanned)).isEqualTo(PaymentSettlement.Outcome.RETURNED);

    assertThat(order().payStatus()).isEqualTo(PayStatus.CHECKING);
    assertThat(order().dueFen()).isEqualTo(DUE);
  }

  @Test
  void paying_by_code_ends_the_wait_for_a_voucher() {
    Payment transfer = transfer();

    paid.pay(paid.opened(applicant, orderNo, PaymentMethod.ALIPAY));

    assertThat(now(transfer).state()).isEqualTo(PaymentState.CLOSED);
    assertThat(order().payStatus()).isEqualTo(PayStatus.PAID);
  }

  @Test
  void a_transfer_found_after_the_order_ended_is_given_back_by_hand() {
    Payment transfer = transfer();
    inCheck(transfer);
    withdrawal.withdraw(applicant, orderNo);
    Actor other = accounts.staff(Role.FINANCE);

    checks.decideLate(finance, transfer.paymentNo(), TransferDecision.confirm(DUE));

    Refund refund = refunds.of(finance, orderNo).getFirst();
    assertThat(refund.state()).isEqualTo(RefundState.MANUAL);
    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDING);
    assertThat(Refused.codes(() -> refunds.transferred(finance, refund.refundNo(), "20261121001")))
        .containsExactly("OWN_REFUND");
    assertThat(Refused.codes(() -> refunds.transferred(other, refund.refundNo(), "x")))
        .containsExactly("BANK_REFERENCE_FORM");
    refunds.transferred(other, refund.refundNo(), "20261121001");
    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDED);
    assertThat(messages("MSG-06")).isPositive();
    assertThat(Refused.codes(() -> refunds.transferred(other, refund.refundNo(), "20261121001")))
        .containsExactly("REFUND_NOT_MANUAL");
  }

  @Test
  void a_transfer_that_never_came_for_an_ended_order_is_closed_without_money() {
    Payment transfer = transfer();
    inCheck(transfer);
    assertThat(
            Refused.codes(
                () ->
                    checks.decideLate(
                        finance, transfer.paymentNo(), TransferDecision.confirm(DUE))))
        .containsExactly("TASK_DONE");
    withdrawal.withdraw(applicant, orderNo);

    checks.decideLate(finance, transfer.paymentNo(), TransferDecision.refuse("未到账"));

    assertThat(now(transfer).state()).isEqualTo(PaymentState.REFUSED);
    assertThat(refunds.of(finance, orderNo)).isEmpty();
  }

  private int messages(String id) {
    return dsl.fetchCount(
        NOTIFICATION, NOTIFICATION.ORDER_NO.eq(orderNo).and(NOTIFICATION.MESSAGE_ID.eq(id)));
  }
}
