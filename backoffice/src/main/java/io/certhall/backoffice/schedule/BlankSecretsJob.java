package io.certhall.backoffice.schedule;

import io.certhall.processes.secret.SecretDeliveries;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Blanks PINs of orders long over, and forgets the messages that carried them. */
@DisallowConcurrentExecution
public class BlankSecretsJob implements Job {

  private static final int BATCH = 200;

  private final SecretDeliveries deliveries;

  public BlankSecretsJob(SecretDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void execute(JobExecutionContext context) {
    deliveries.clean(BATCH);
  }
}
