package io.certhall.workers.lifecycle;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.parts.TemporaryEngines;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.TimelineQuery;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@LifecycleTest
class InvoiceAndReminderTest {

  private final OrderPlayers players;
  private final Invoices invoices;
  private final TimelineQuery timeline;
  private final DSLContext dsl;

  InvoiceAndReminderTest(
      OrderPlayers players, Invoices invoices, TimelineQuery timeline, DSLContext dsl) {
    this.players = players;
    this.invoices = invoices;
    this.timeline = timeline;
    this.dsl = dsl;
  }

  @Test
  @Tag("GS-85")
  void an_order_that_wants_an_invoice_has_one_when_it_is_completed() {
    String orderNo = players.submits(wanting("甘肃测试建设有限公司"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);
    players.pays(orderNo);
    players.reaches(orderNo, OrderState.ISSUE_PENDING);
    players.produces(orderNo);
    players.reaches(orderNo, OrderState.PICKUP_PENDING);
    players.handsOver(orderNo);

    assertThat(players.reaches(orderNo, OrderState.COMPLETED).invoiceStatus())
        .isEqualTo(InvoiceStatus.ISSUED);
    assertThat(invoices.of(players.applicant, orderNo))
        .hasValueSatisfying(
            invoice -> assertThat(invoice.amountFen()).isEqualTo(players.order(orderNo).paidFen()));
    assertThat(kinds(orderNo)).containsOnlyOnce(OrderEventKind.INVOICED);
  }

  @Test
  void an_applicant_who_does_not_pay_is_reminded_and_can_still_pay() {
    String orderNo = players.submits(wanting("乙公司"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);

    TemporaryEngines.shared().advanceClock(Duration.ofDays(3).plusHours(1));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(kinds(orderNo)).contains(OrderEventKind.REMINDED));
    assertThat(
            dsl.fetchCount(
                NOTIFICATION,
                NOTIFICATION.ORDER_NO.eq(orderNo),
                NOTIFICATION.MESSAGE_ID.eq("MSG-04"),
                NOTIFICATION.CHANNEL.eq("SMS")))
        .isEqualTo(1);
    players.pays(orderNo);
    players.reaches(orderNo, OrderState.ISSUE_PENDING);
  }

  private List<OrderEventKind> kinds(String orderNo) {
    return timeline.of(orderNo).stream().map(TimelineQuery.Entry::kind).toList();
  }

  private static OrderForm wanting(String title) {
    return OrderPlayers.invoicedTo(
        title,
        OrderPlayers.form(DeliveryMethod.PICKUP, item(CertificateType.ORG_BUSINESS, "OFFICIAL")));
  }
}
