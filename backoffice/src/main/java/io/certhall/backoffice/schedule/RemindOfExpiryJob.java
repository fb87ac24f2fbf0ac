package io.certhall.backoffice.schedule;

import io.certhall.processes.notification.ExpiryReminders;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Tells holders that a certificate expires soon; a second run finds nobody left to tell. */
@DisallowConcurrentExecution
public class RemindOfExpiryJob implements Job {

  private static final int BATCH = 500;

  private final ExpiryReminders reminders;

  public RemindOfExpiryJob(ExpiryReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(JobExecutionContext context) {
    reminders.remind(BATCH);
  }
}
