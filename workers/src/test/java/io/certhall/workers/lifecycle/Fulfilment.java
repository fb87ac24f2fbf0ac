package io.certhall.workers.lifecycle;

import static org.awaitility.Awaitility.await;

import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.identity.IdentityConsent;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.payment.PaymentMethod;
import java.time.Duration;
import java.util.List;

/** Orders that nothing goes wrong with, through whatever steps their hall has in whatever order. */
class Fulfilment {

  private final HallStaff staff;

  Fulfilment(HallStaff staff) {
    this.staff = staff;
  }

  /** The signing certificates of the completed order. */
  List<CertificateRow> of(Visit visit, OrderForm form) {
    String orderNo = visit.submits(form);
    OrderState state = visit.order(orderNo).state();
    while (!state.isEnded()) {
      OrderState here = state;
      visit.reaches(orderNo, here);
      step(visit, orderNo, here);
      state =
          await()
              .alias(orderNo + " leaves " + here)
              .atMost(Duration.ofSeconds(60))
              .until(() -> visit.order(orderNo).state(), now -> now != here);
    }
    return visit.issued(orderNo);
  }

  private void step(Visit visit, String orderNo, OrderState state) {
    switch (state) {
      case IDENTITY_PENDING -> proves(visit, orderNo);
      case PAYMENT_PENDING -> visit.pays(orderNo, method(visit));
      case REVIEW_PENDING -> staff.approves(orderNo);
      case ISSUE_PENDING -> staff.produces(orderNo);
      case SHIP_PENDING -> staff.ships(orderNo);
      case SHIPPED -> visit.receives(orderNo);
      case PICKUP_PENDING -> staff.handsOver(orderNo, "王五", "001X", true);
      default -> throw new IllegalStateException(orderNo + " stands at " + state);
    }
  }

  private static void proves(Visit visit, String orderNo) {
    for (IdentityConsent consent : IdentityConsent.values()) {
      visit.agrees(orderNo, consent);
    }
    visit.showsCard(orderNo);
    visit.provesIdentity(orderNo);
  }

  private static PaymentMethod method(Visit visit) {
    return PaymentMethod.valueOf(visit.settings().paymentMethods().getFirst());
  }
}
