package io.certhall.workers.order;

import io.certhall.processes.application.OrderCompletion;
import io.certhall.processes.engine.EngineJob;
import io.certhall.workers.job.OrderJobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A timer of the policy closes an order. */
@Component
class CloseOrderHandler implements OrderJobHandler {

  private final OrderCompletion completion;

  CloseOrderHandler(OrderCompletion completion) {
    this.completion = completion;
  }

  @Override
  public String jobType() {
    return "close-order";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    completion.close(
        job.orderNo(),
        job.round(),
        job.headers().getOrDefault("reason", "TIMEOUT"),
        job.elementId());
    return Map.of();
  }
}
