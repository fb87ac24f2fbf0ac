package io.certhall.backoffice.schedule;

import io.certhall.processes.announcement.AgreementNotices;
import io.certhall.processes.announcement.UpdateRequests;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Tells holders of changed agreements and asked-for updates; a second run finds nobody left. */
@DisallowConcurrentExecution
public class TellHoldersJob implements Job {

  private static final int BATCH = 500;

  private final AgreementNotices agreements;
  private final UpdateRequests updates;

  public TellHoldersJob(AgreementNotices agreements, UpdateRequests updates) {
    this.agreements = agreements;
    this.updates = updates;
  }

  @Override
  public void execute(JobExecutionContext context) {
    agreements.tell(BATCH);
    updates.tell(BATCH);
  }
}
