package io.certhall.workers.invoice;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.invoice.Invoices;
import io.certhall.workers.job.OrderJobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Issues the order's invoice; a second call finds the first one's. */
@Component
class IssueInvoiceHandler implements OrderJobHandler {

  private final Invoices invoices;

  IssueInvoiceHandler(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public String jobType() {
    return "issue-invoice";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    invoices.issue(job.orderNo(), job.elementId());
    return Map.of();
  }
}
