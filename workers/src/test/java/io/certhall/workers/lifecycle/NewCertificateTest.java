package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.payment.PaymentSettlement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@LifecycleTest
class NewCertificateTest {

  private final OrderPlayers players;
  private final CertificateQuery certificates;
  private final TimelineQuery timeline;

  NewCertificateTest(OrderPlayers players, CertificateQuery certificates, TimelineQuery timeline) {
    this.players = players;
    this.certificates = certificates;
    this.timeline = timeline;
  }

  @Test
  @Tag("GS-22")
  @Tag("GS-36")
  @Tag("GS-70")
  @Tag("GS-76")
  void an_order_runs_from_application_to_receipt() {
    String orderNo =
        players.submits(
            DeliveryMethod.COURIER,
            item(CertificateType.ORG_BUSINESS, "OFFICIAL", "FINANCE", "CONTRACT"),
            item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.rejects(orderNo, "申请表未盖章");
    players.reaches(orderNo, OrderState.REJECTED);
    players.resubmits(orderNo);
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.approves(orderNo);

    assertThat(players.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen())
        .isEqualTo(65000 + 45000);
    assertThat(players.pays(orderNo)).isEqualTo(PaymentSettlement.Outcome.SETTLED);
    assertThat(players.reaches(orderNo, OrderState.ISSUE_PENDING).payStatus())
        .isEqualTo(PayStatus.PAID);
    players.produces(orderNo);
    players.reaches(orderNo, OrderState.SHIP_PENDING);
    assertThat(
            certificates.page(
                players.applicant,
                new CertificateQuery.Filter(null, orderNo, null, null, null),
                null,
                10))
        .hasSize(4);
    players.ships(orderNo);
    players.reaches(orderNo, OrderState.SHIPPED);
    players.receives(orderNo);
    players.reaches(orderNo, OrderState.COMPLETED);

    assertThat(timeline.of(orderNo).stream().map(e -> e.state()).distinct())
        .containsExactly(
            OrderState.DRAFT,
            OrderState.REVIEW_PENDING,
            OrderState.REJECTED,
            OrderState.PAYMENT_PENDING,
            OrderState.ISSUE_PENDING,
            OrderState.SHIP_PENDING,
            OrderState.SHIPPED,
            OrderState.COMPLETED);
  }
}
