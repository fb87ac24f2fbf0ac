package io.certhall.backoffice.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * The jobs and their beat. The store is the database: of many nodes one runs each beat. A missed
 * beat is skipped, as the next one does the work of both.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/certhall/backoffice/schedule.properties")
public class ScheduleConfiguration {

  static final Map<Class<? extends Job>, Duration> BEATS =
      Map.of(
          AdvanceRefundsJob.class, Duration.ofSeconds(10),
          CloseExpiredPaymentsJob.class, Duration.ofMinutes(1),
          SweepOrdersJob.class, Duration.ofMinutes(1),
          ParkOverdueIssuesJob.class, Duration.ofMinutes(1),
          WarnOfRevocationsJob.class, Duration.ofMinutes(5),
          RemoveIdentityPhotosJob.class, Duration.ofMinutes(10),
          RemindOfExpiryJob.class, Duration.ofMinutes(30),
          TellHoldersJob.class, Duration.ofMinutes(30),
          RemoveExpiredTracesJob.class, Duration.ofHours(1),
          BlankSecretsJob.class, Duration.ofHours(1));

  @Bean
  SchedulerFactoryBeanCustomizer beats() {
    Map<JobDetail, Trigger> jobs = new LinkedHashMap<>();
    BEATS.forEach(
        (type, beat) -> {
          JobDetail job = job(type);
          jobs.put(job, every(beat, job));
        });
    return scheduler -> {
      scheduler.setJobDetails(jobs.keySet().toArray(JobDetail[]::new));
      scheduler.setTriggers(jobs.values().toArray(Trigger[]::new));
    };
  }

  private static JobDetail job(Class<? extends Job> type) {
    return JobBuilder.newJob(type).withIdentity(type.getSimpleName()).storeDurably().build();
  }

  private static Trigger every(Duration beat, JobDetail job) {
    return TriggerBuilder.newTrigger()
        .forJob(job)
        .withIdentity(job.getKey().getName())
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(beat.toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }
}
