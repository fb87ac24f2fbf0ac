package io.certhall.backoffice.schedule;

import io.certhall.processes.payment.Payments;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Settles or closes payments whose time is over; a second run finds nothing left to do. */
@DisallowConcurrentExecution
public class CloseExpiredPaymentsJob implements Job {

  private static final int BATCH = 100;

  private final Payments payments;

  public CloseExpiredPaymentsJob(Payments payments) {
    this.payments = payments;
  }

  @Override
  public void execute(JobExecutionContext context) {
    payments.closeExpired(BATCH);
  }
}
