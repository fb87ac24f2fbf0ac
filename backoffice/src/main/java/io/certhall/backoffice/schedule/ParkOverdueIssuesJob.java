package io.certhall.backoffice.schedule;

import io.certhall.processes.issuance.IssuanceParking;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Parks reserved certificates that nobody has finished for long. */
@DisallowConcurrentExecution
public class ParkOverdueIssuesJob implements Job {

  private static final int BATCH = 200;

  private final IssuanceParking parking;

  public ParkOverdueIssuesJob(IssuanceParking parking) {
    this.parking = parking;
  }

  @Override
  public void execute(JobExecutionContext context) {
    parking.parkOverdue(BATCH);
  }
}
