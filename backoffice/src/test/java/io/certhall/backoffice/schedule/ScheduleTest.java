package io.certhall.backoffice.schedule;

import static io.certhall.db.generated.Tables.API_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.backoffice.support.BackofficeTest;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.sweep.OrderSweep;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@BackofficeTest
class ScheduleTest {

  private final Scheduler scheduler;
  private final AutowireCapableBeanFactory beans;
  private final Fixtures fixtures;
  private final TestOrders orders;
  private final OrderSweep sweep;
  private final HallClock clock;
  private final DSLContext dsl;

  ScheduleTest(
      Scheduler scheduler,
      AutowireCapableBeanFactory beans,
      Fixtures fixtures,
      TestOrders orders,
      OrderSweep sweep,
      HallClock clock,
      DSLContext dsl) {
    this.scheduler = scheduler;
    this.beans = beans;
    this.fixtures = fixtures;
    this.orders = orders;
    this.sweep = sweep;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void each_job_has_its_beat_in_the_database() throws SchedulerException {
    assertThat(beat("CloseExpiredPaymentsJob")).isEqualTo(Duration.ofMinutes(1));
    assertThat(beat("AdvanceRefundsJob")).isEqualTo(Duration.ofSeconds(10));
    assertThat(beat("SweepOrdersJob")).isEqualTo(Duration.ofMinutes(1));
    assertThat(beat("RemoveExpiredTracesJob")).isEqualTo(Duration.ofHours(1));
    assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
    assertThat(scheduler.getMetaData().isJobStoreSupportsPersistence()).isTrue();
  }

  @Test
  void no_job_runs_beside_itself() throws SchedulerException {
    for (String name :
        Set.of(
            "CloseExpiredPaymentsJob",
            "AdvanceRefundsJob",
            "SweepOrdersJob",
            "RemoveExpiredTracesJob")) {
      assertThat(scheduler.getJobDetail(JobKey.jobKey(name)).isConcurrentExecutionDisallowed())
          .isTrue();
    }
  }

  @Test
  void jobs_can_run_twice_without_harm() {
    for (int i = 0; i < 2; i++) {
      run(CloseExpiredPaymentsJob.class);
      run(AdvanceRefundsJob.class);
      run(RemoveExpiredTracesJob.class);
    }
  }

  @Test
  void a_due_job_is_run_from_the_store() throws SchedulerException {
    String orderNo = orders.submitted(orders.applicant());
    clock.advance(Duration.ofMinutes(11));
    Actor admin = fixtures.staff(Role.ADMIN);

    scheduler.start();
    try {
      scheduler.triggerJob(JobKey.jobKey("SweepOrdersJob"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  sweep.list(admin, true, 1000).stream()
                      .anyMatch(finding -> finding.orderNo().equals(orderNo)));
    } finally {
      scheduler.standby();
    }
  }

  @Test
  void expired_tokens_are_removed() {
    Actor actor = fixtures.applicant();
    byte[] hash = new byte[32];
    hash[0] = (byte) actor.accountId();
    dsl.insertInto(API_TOKEN)
        .set(API_TOKEN.TOKEN_HASH, hash)
        .set(API_TOKEN.ACCOUNT_ID, actor.accountId())
        .set(API_TOKEN.CREATED_AT, clock.instant().minusSeconds(7200))
        .set(API_TOKEN.EXPIRES_AT, clock.instant().minusSeconds(1))
        .execute();

    run(RemoveExpiredTracesJob.class);

    assertThat(dsl.fetchExists(API_TOKEN, API_TOKEN.ACCOUNT_ID.eq(actor.accountId()))).isFalse();
  }

  private Duration beat(String name) throws SchedulerException {
    SimpleTrigger trigger = (SimpleTrigger) scheduler.getTrigger(TriggerKey.triggerKey(name));
    assertThat(trigger.getStartTime()).isBeforeOrEqualTo(new Date());
    return Duration.ofMillis(trigger.getRepeatInterval());
  }

  private void run(Class<? extends org.quartz.Job> type) {
    org.quartz.Job job = beans.createBean(type);
    try {
      job.execute(org.mockito.Mockito.mock(JobExecutionContext.class));
    } catch (org.quartz.JobExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
