package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.parts.TemporaryEngines;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentSettlement.Outcome;
import io.certhall.processes.payment.RefundSending;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@LifecycleTest
class OrderTimersTest {

  private final OrderPlayers players;
  private final TimelineQuery timeline;
  private final RefundSending refunds;
  private final InstantPayments provider;

  OrderTimersTest(
      OrderPlayers players,
      TimelineQuery timeline,
      RefundSending refunds,
      InstantPayments provider) {
    this.players = players;
    this.timeline = timeline;
    this.refunds = refunds;
    this.provider = provider;
  }

  @Test
  void an_order_nobody_pays_is_closed_and_late_money_goes_back() {
    String orderNo = submitted(DeliveryMethod.COURIER);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);
    Payment payment = players.opensPayment(orderNo);

    TemporaryEngines.shared().advanceClock(Duration.ofDays(16));

    players.reaches(orderNo, OrderState.CLOSED);
    assertThat(players.reportPaid(payment)).isEqualTo(Outcome.RETURNED);
    refunds.advance(10);
    assertThat(provider.refunds)
        .filteredOn(refund -> refund.paymentNo().equals(payment.paymentNo()))
        .singleElement()
        .satisfies(refund -> assertThat(refund.refundFen()).isEqualTo(payment.amountFen()));
    assertThat(players.order(orderNo).payStatus()).isEqualTo(PayStatus.REFUNDED);
    assertThat(players.order(orderNo).state()).isEqualTo(OrderState.CLOSED);
  }

  @Test
  void a_parcel_nobody_confirms_counts_as_received_after_ten_days() {
    String orderNo = shipped();

    TemporaryEngines.shared().advanceClock(Duration.ofDays(11));

    assertThat(players.reaches(orderNo, OrderState.COMPLETED).deliveryStatus())
        .isEqualTo(DeliveryStatus.RECEIVED);
    assertThat(timeline.of(orderNo))
        .extracting(TimelineQuery.Entry::kind)
        .contains(OrderEventKind.RECEIVED_AUTOMATICALLY);
  }

  @Test
  void a_rejected_order_that_is_not_corrected_is_closed_after_thirty_days() {
    String orderNo = submitted(DeliveryMethod.COURIER);
    players.rejects(orderNo, "材料不清晰");
    players.reaches(orderNo, OrderState.REJECTED);

    TemporaryEngines.shared().advanceClock(Duration.ofDays(31));

    players.reaches(orderNo, OrderState.CLOSED);
  }

  private String submitted(DeliveryMethod delivery) {
    String orderNo = players.submits(delivery, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    return orderNo;
  }

  private String shipped() {
    String orderNo = submitted(DeliveryMethod.COURIER);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);
    players.pays(orderNo);
    players.reaches(orderNo, OrderState.ISSUE_PENDING);
    players.produces(orderNo);
    players.reaches(orderNo, OrderState.SHIP_PENDING);
    players.ships(orderNo);
    players.reaches(orderNo, OrderState.SHIPPED);
    return orderNo;
  }
}
