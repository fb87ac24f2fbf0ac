package io.certhall.workers.order;

import io.certhall.processes.application.OrderCompletion;
import io.certhall.processes.engine.EngineJob;
import io.certhall.workers.job.GatheringJobHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** The last step of every order that went well. */
@Component
class CompleteOrderHandler implements GatheringJobHandler {

  private final OrderCompletion completion;

  CompleteOrderHandler(OrderCompletion completion) {
    this.completion = completion;
  }

  @Override
  public String jobType() {
    return "complete-order";
  }

  @Override
  public void handle(List<EngineJob> jobs) {
    completion.complete(
        jobs.stream()
            .map(job -> new OrderCompletion.Finished(job.orderNo(), job.elementId()))
            .toList());
  }
}
