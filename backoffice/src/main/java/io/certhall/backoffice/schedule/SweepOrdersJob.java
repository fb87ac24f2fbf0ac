package io.certhall.backoffice.schedule;

import io.certhall.processes.sweep.OrderSweep;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Looks for orders that stand still. */
@DisallowConcurrentExecution
public class SweepOrdersJob implements Job {

  private static final int BATCH = 200;

  private final OrderSweep sweep;

  public SweepOrdersJob(OrderSweep sweep) {
    this.sweep = sweep;
  }

  @Override
  public void execute(JobExecutionContext context) {
    sweep.sweep(BATCH);
  }
}
