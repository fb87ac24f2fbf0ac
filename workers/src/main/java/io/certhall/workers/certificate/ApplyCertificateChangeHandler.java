package io.certhall.workers.certificate;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.issuance.CertificateChanges;
import io.certhall.workers.job.OrderJobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Revokes, suspends or releases the certificates of an order, as its service says. */
@Component
class ApplyCertificateChangeHandler implements OrderJobHandler {

  private final CertificateChanges changes;

  ApplyCertificateChangeHandler(CertificateChanges changes) {
    this.changes = changes;
  }

  @Override
  public String jobType() {
    return "apply-certificate-change";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    changes.apply(job.orderNo(), job.elementId());
    return Map.of();
  }
}
