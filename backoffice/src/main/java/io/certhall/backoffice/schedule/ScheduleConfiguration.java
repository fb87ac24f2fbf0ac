package io.certhall.backoffice.schedule;

import java.time.Duration;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
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

  @Bean
  JobDetail closeExpiredPayments() {
    return job(CloseExpiredPaymentsJob.class);
  }

  @Bean
  Trigger closeExpiredPaymentsBeat(JobDetail closeExpiredPayments) {
    return every(Duration.ofMinutes(1), closeExpiredPayments);
  }

  @Bean
  JobDetail advanceRefunds() {
    return job(AdvanceRefundsJob.class);
  }

  @Bean
  Trigger advanceRefundsBeat(JobDetail advanceRefunds) {
    return every(Duration.ofSeconds(10), advanceRefunds);
  }

  @Bean
  JobDetail sweepOrders() {
    return job(SweepOrdersJob.class);
  }

  @Bean
  Trigger sweepOrdersBeat(JobDetail sweepOrders) {
    return every(Duration.ofMinutes(1), sweepOrders);
  }

  @Bean
  JobDetail removeExpiredTraces() {
    return job(RemoveExpiredTracesJob.class);
  }

  @Bean
  Trigger removeExpiredTracesBeat(JobDetail removeExpiredTraces) {
    return every(Duration.ofHours(1), removeExpiredTraces);
  }

  @Bean
  JobDetail removeIdentityPhotos() {
    return job(RemoveIdentityPhotosJob.class);
  }

  @Bean
  Trigger removeIdentityPhotosBeat(JobDetail removeIdentityPhotos) {
    return every(Duration.ofMinutes(10), removeIdentityPhotos);
  }

  @Bean
  JobDetail blankSecrets() {
    return job(BlankSecretsJob.class);
  }

  @Bean
  Trigger blankSecretsBeat(JobDetail blankSecrets) {
    return every(Duration.ofHours(1), blankSecrets);
  }

  @Bean
  JobDetail remindOfExpiry() {
    return job(RemindOfExpiryJob.class);
  }

  @Bean
  Trigger remindOfExpiryBeat(JobDetail remindOfExpiry) {
    return every(Duration.ofMinutes(30), remindOfExpiry);
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
