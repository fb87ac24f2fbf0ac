package io.certhall.workers.payment;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.order.Orders;
import io.certhall.processes.payment.Refunds;
import io.certhall.processes.security.Actor;
import io.certhall.workers.job.OrderJobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Promises back what was paid; the header {@code reason} tells why. What has been promised before
 * is not promised again: the order's row is held while both are counted.
 */
@Component
class RequestRefundHandler implements OrderJobHandler {

  private static final String WITHOUT_WORDS = "订单流程退款";

  private final Orders orders;
  private final Refunds refunds;
  private final TransactionTemplate transaction;

  RequestRefundHandler(Orders orders, Refunds refunds, TransactionTemplate transaction) {
    this.orders = orders;
    this.refunds = refunds;
    this.transaction = transaction;
  }

  @Override
  public String jobType() {
    return "request-refund";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    String reason = job.headers().getOrDefault("reason", WITHOUT_WORDS);
    transaction.executeWithoutResult(
        status -> refunds.requestAll(Actor.SYSTEM, orders.locked(job.orderNo()).orderNo(), reason));
    return Map.of();
  }
}
