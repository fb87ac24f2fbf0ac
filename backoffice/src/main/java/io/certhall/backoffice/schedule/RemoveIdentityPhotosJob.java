package io.certhall.backoffice.schedule;

import io.certhall.processes.identity.IdentityPhotos;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Deletes pictures of identity cards that nobody needs any more. */
@DisallowConcurrentExecution
public class RemoveIdentityPhotosJob implements Job {

  private static final int BATCH = 100;

  private final IdentityPhotos photos;

  public RemoveIdentityPhotosJob(IdentityPhotos photos) {
    this.photos = photos;
  }

  @Override
  public void execute(JobExecutionContext context) {
    photos.removeNeedless(BATCH);
  }
}
