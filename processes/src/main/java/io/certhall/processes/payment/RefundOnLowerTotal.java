package io.certhall.processes.payment;

import io.certhall.processes.application.OrderResubmissionListener;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Component;

/** A correction that makes a paid order cheaper gives the difference back. */
@Component
class RefundOnLowerTotal implements OrderResubmissionListener {

  private final Refunds refunds;

  RefundOnLowerTotal(Refunds refunds) {
    this.refunds = refunds;
  }

  @Override
  public void orderResubmitted(Actor actor, String orderNo) {
    refunds.requestDifference(actor, orderNo, "修改后费用减少，退还差额");
  }
}
