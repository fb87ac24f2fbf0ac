package io.certhall.backoffice.schedule;

import io.certhall.processes.account.ExpiredTraces;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Removes tokens, codes and counters that no longer mean anything. */
@DisallowConcurrentExecution
public class RemoveExpiredTracesJob implements Job {

  private final ExpiredTraces traces;

  public RemoveExpiredTracesJob(ExpiredTraces traces) {
    this.traces = traces;
  }

  @Override
  public void execute(JobExecutionContext context) {
    traces.remove();
  }
}
