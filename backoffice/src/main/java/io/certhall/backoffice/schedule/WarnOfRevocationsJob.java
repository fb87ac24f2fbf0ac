package io.certhall.backoffice.schedule;

import io.certhall.processes.review.RevocationWarnings;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Tells reviewers and managers of revocations close to their deadline, each once a day. */
@DisallowConcurrentExecution
public class WarnOfRevocationsJob implements Job {

  private final RevocationWarnings warnings;

  public WarnOfRevocationsJob(RevocationWarnings warnings) {
    this.warnings = warnings;
  }

  @Override
  public void execute(JobExecutionContext context) {
    warnings.warn();
  }
}
