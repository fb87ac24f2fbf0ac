package io.certhall.processes.payment;

import static io.certhall.processes.support.TestOrders.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.PaidOrders;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestProvider;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class RefundsTest {

  private static final int ALL = 1000;

  private final PaidOrders paid;
  private final RefundDesk desk;
  private final RefundSending sending;
  private final OrderDrafts drafts;
  private final OrderWithdrawal withdrawal;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final TestProvider provider;
  private final HallClock clock;
  private Actor applicant = Actor.SYSTEM;
  private Actor finance = Actor.SYSTEM;
  private String orderNo = "";

  RefundsTest(
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations,
      Payments payments,
      PaymentSettlement settlement,
      TransferVouchers vouchers,
      PolicyPublication publication,
      RefundDesk desk,
      RefundSending sending,
      OrderDrafts drafts,
      OrderWithdrawal withdrawal,
      TestProvider provider,
      HallClock clock) {
    this.paid =
        new PaidOrders(
            orders, steps, accounts, organisations, payments, settlement, vouchers, publication);
    this.desk = desk;
    this.sending = sending;
    this.drafts = drafts;
    this.withdrawal = withdrawal;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.provider = provider;
    this.clock = clock;
  }

  private static ItemForm seals(String... seals) {
    return item(CertificateType.ORG, seals);
  }

  /** 450 yuan. */
  private static ItemForm second() {
    return item(CertificateType.ORG_BUSINESS, "OFFICIAL");
  }

  /** 650 yuan, paid before its review. */
  @BeforeEach
  void a_paid_order() {
    applicant = paid.applicant();
    finance = accounts.staff(Role.FINANCE);
    orderNo = paid.submitted(applicant, seals("OFFICIAL", "FINANCE", "CONTRACT"));
    paid.due(orderNo);
    paid.pay(paid.opened(applicant, orderNo, PaymentMethod.ALIPAY));
    steps.review(orderNo);
  }

  private Order order() {
    return orders.order(orderNo);
  }

  private List<Refund> refunds() {
    return desk.of(finance, orderNo);
  }

  private void resubmit(ItemForm item) {
    steps.correction(orderNo);
    drafts.update(applicant, orderNo, paid.form(item), order().version());
    orders.submit(applicant, orderNo);
  }

  @Test
  @Tag("GX-51")
  @Tag("AC-40")
  void a_correction_at_the_same_price_is_not_paid_again() {
    resubmit(seals("OFFICIAL", "FINANCE", "LEGAL_REP"));

    assertThat(order().dueFen()).isZero();
    assertThat(order().payStatus()).isEqualTo(PayStatus.PAID);
    assertThat(refunds()).isEmpty();
  }

  @Test
  void a_correction_that_costs_less_gives_the_difference_back() {
    resubmit(seals("OFFICIAL"));

    assertThat(order().totalFen()).isEqualTo(45_000);
    assertThat(order().dueFen()).isZero();
    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDING);
    Refund refund = refunds().getFirst();
    assertThat(refund.amountFen()).isEqualTo(20_000);

    sending.advance(ALL);

    assertThat(provider.refunds(refund.refundNo()))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.refundFen()).isEqualTo(20_000);
              assertThat(asked.totalFen()).isEqualTo(65_000);
            });
    assertThat(refunds().getFirst().state()).isEqualTo(RefundState.REFUNDED);
    assertThat(order().payStatus()).isEqualTo(PayStatus.PART_REFUNDED);
  }

  @Test
  void a_correction_that_costs_more_leaves_only_the_difference_to_pay() {
    steps.correction(orderNo);
    drafts.update(
        applicant,
        orderNo,
        paid.form(seals("OFFICIAL", "FINANCE", "CONTRACT"), second()),
        order().version());
    orders.submit(applicant, orderNo);
    paid.due(orderNo);

    Payment difference = paid.opened(applicant, orderNo, PaymentMethod.WECHAT);

    assertThat(order().payStatus()).isEqualTo(PayStatus.PAYING);
    assertThat(difference.amountFen()).isEqualTo(45_000);
    paid.pay(difference);
    assertThat(order().paidFen()).isEqualTo(110_000);
    assertThat(order().dueFen()).isZero();
    assertThat(order().payStatus()).isEqualTo(PayStatus.PAID);
  }

  @Test
  void a_difference_over_several_payments_comes_from_the_latest_first() {
    steps.correction(orderNo);
    drafts.update(
        applicant,
        orderNo,
        paid.form(seals("OFFICIAL", "FINANCE", "CONTRACT"), second()),
        order().version());
    orders.submit(applicant, orderNo);
    paid.due(orderNo);
    Payment second = paid.opened(applicant, orderNo, PaymentMethod.WECHAT);
    paid.pay(second);
    steps.review(orderNo);

    resubmit(seals("OFFICIAL"));

    assertThat(refunds()).extracting(Refund::amountFen).containsExactlyInAnyOrder(45_000L, 20_000L);
    assertThat(refunds())
        .filteredOn(refund -> refund.amountFen() == 45_000)
        .extracting(Refund::paymentNo)
        .containsExactly(second.paymentNo());
  }

  @Test
  void money_that_comes_after_the_order_closed_does_not_reopen_it_and_goes_back() {
    Actor other = paid.applicant();
    String late = paid.submitted(other, seals("OFFICIAL"));
    paid.due(late);
    Payment payment = paid.opened(other, late, PaymentMethod.ALIPAY);
    orders.move(late, OrderState.CLOSED);

    assertThat(paid.pay(payment)).isEqualTo(PaymentSettlement.Outcome.RETURNED);
    assertThat(paid.pay(payment)).isEqualTo(PaymentSettlement.Outcome.REPEATED);
    sending.advance(ALL);

    assertThat(orders.order(late).state()).isEqualTo(OrderState.CLOSED);
    assertThat(orders.order(late).payStatus()).isEqualTo(PayStatus.REFUNDED);
    assertThat(desk.of(finance, late))
        .singleElement()
        .extracting(Refund::amountFen)
        .isEqualTo(45_000L);
  }

  @Test
  void a_second_payment_of_the_same_order_goes_back_and_the_order_stays_paid() {
    Actor other = paid.applicant();
    String twice = paid.submitted(other, seals("OFFICIAL"));
    paid.due(twice);
    Payment first = paid.opened(other, twice, PaymentMethod.ALIPAY);
    Payment second = paid.opened(other, twice, PaymentMethod.WECHAT);
    paid.pay(first);

    assertThat(paid.pay(second)).isEqualTo(PaymentSettlement.Outcome.RETURNED);
    assertThat(orders.order(twice).dueFen()).isZero();
    sending.advance(ALL);

    assertThat(orders.order(twice).payStatus()).isEqualTo(PayStatus.PAID);
  }

  @Test
  @Tag("GX-50")
  void a_withdrawn_order_gives_everything_back() {
    withdrawal.withdraw(applicant, orderNo);

    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDING);
    assertThat(refunds()).singleElement().extracting(Refund::amountFen).isEqualTo(65_000L);
    sending.advance(ALL);
    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDED);
  }

  @Test
  void a_provider_that_is_away_is_asked_again_under_the_same_number() {
    withdrawal.withdraw(applicant, orderNo);
    String refundNo = refunds().getFirst().refundNo();
    provider.answer(refundNo, ProviderRefundState.NOT_FOUND);

    sending.advance(ALL);
    sending.advance(ALL);
    assertThat(provider.refunds(refundNo)).hasSize(1);
    assertThat(refunds().getFirst().lastError()).contains("SYSTEM_ERROR");

    provider.answer(refundNo, ProviderRefundState.SUCCESS);
    clock.advance(Duration.ofMinutes(10));
    sending.advance(ALL);

    assertThat(provider.refunds(refundNo)).hasSize(2);
    assertThat(refunds().getFirst().state()).isEqualTo(RefundState.REFUNDED);
  }

  @Test
  void a_refund_under_way_is_asked_after_until_it_ends() {
    withdrawal.withdraw(applicant, orderNo);
    String refundNo = refunds().getFirst().refundNo();
    provider.answer(refundNo, ProviderRefundState.PROCESSING);
    sending.advance(ALL);
    assertThat(refunds().getFirst().state()).isEqualTo(RefundState.PROCESSING);

    provider.answer(refundNo, ProviderRefundState.SUCCESS);
    desk.retry(finance, refundNo);
    sending.advance(ALL);

    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDED);
  }

  @Test
  void a_refund_the_provider_gave_up_goes_on_under_a_new_number_or_by_hand() {
    withdrawal.withdraw(applicant, orderNo);
    String refundNo = refunds().getFirst().refundNo();
    provider.answer(refundNo, ProviderRefundState.CLOSED);
    sending.advance(ALL);
    assertThat(refunds().getFirst().state()).isEqualTo(RefundState.FAILED);

    String second = desk.retry(finance, refundNo);
    provider.answer(second, ProviderRefundState.CLOSED);
    sending.advance(ALL);
    String third = desk.byTransfer(finance, second);

    assertThat(refunds())
        .extracting(Refund::state)
        .containsExactly(RefundState.REPLACED, RefundState.REPLACED, RefundState.MANUAL);
    assertThat(Refused.codes(() -> desk.transferred(finance, third, "20261121002")))
        .containsExactly("OWN_REFUND");
    assertThat(order().refundedFen()).isEqualTo(65_000);
    desk.transferred(accounts.staff(Role.FINANCE), third, "20261121002");
    assertThat(order().payStatus()).isEqualTo(PayStatus.REFUNDED);
  }

  @Test
  void refunds_are_finances_business_and_nobodys_own() {
    withdrawal.withdraw(applicant, orderNo);
    String refundNo = refunds().getFirst().refundNo();
    Actor own =
        new Actor(
            applicant.accountId(),
            applicant.name(),
            java.util.Set.of(Role.APPLICANT, Role.FINANCE));

    assertThat(Refused.codes(() -> desk.retry(own, refundNo))).containsExactly("OWN_ORDER");
    assertThat(Refused.codes(() -> desk.retry(applicant, refundNo)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> desk.page(applicant, RefundDesk.Filter.ALL, null, 10)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> desk.retry(finance, "R0"))).containsExactly("REFUND_UNKNOWN");
    assertThat(Refused.codes(() -> desk.byTransfer(finance, refundNo)))
        .containsExactly("REFUND_NOT_RETRYABLE");
    sending.advance(ALL);
    assertThat(Refused.codes(() -> desk.retry(finance, refundNo)))
        .containsExactly("REFUND_NOT_RETRYABLE");
  }

  @Test
  void finance_finds_refunds_by_state_hall_and_number() {
    withdrawal.withdraw(applicant, orderNo);
    Refund refund = refunds().getFirst();

    RefundDesk.Filter mine = new RefundDesk.Filter(RefundState.REQUESTED, refund.hall(), orderNo);
    assertThat(desk.page(finance, mine, null, 10))
        .extracting(Refund::refundNo)
        .containsExactly(refund.refundNo());
    assertThat(desk.page(finance, mine, refund.refundNo(), 10)).isEmpty();
    assertThat(desk.count(finance, mine)).isEqualTo(1);
    assertThat(desk.count(finance, new RefundDesk.Filter(RefundState.MANUAL, null, orderNo)))
        .isZero();
  }
}
