package io.certhall.backoffice.schedule;

import io.certhall.processes.payment.RefundSending;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Sends refunds and asks after them, each under its one number. */
@DisallowConcurrentExecution
public class AdvanceRefundsJob implements Job {

  private static final int BATCH = 50;

  private final RefundSending refunds;

  public AdvanceRefundsJob(RefundSending refunds) {
    this.refunds = refunds;
  }

  @Override
  public void execute(JobExecutionContext context) {
    refunds.advance(BATCH);
  }
}
