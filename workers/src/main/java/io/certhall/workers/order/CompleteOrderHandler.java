package io.certhall.workers.order;

import io.certhall.processes.application.OrderCompletion;
import io.certhall.processes.engine.EngineJob;
import io.certhall.workers.job.OrderJobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The last step of every order that went well. */
@Component
class CompleteOrderHandler implements OrderJobHandler {

  private final OrderCompletion completion;

  CompleteOrderHandler(OrderCompletion completion) {
    this.completion = completion;
  }

  @Override
  public String jobType() {
    return "complete-order";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    completion.complete(job.orderNo(), job.elementId());
    return Map.of();
  }
}
