package io.certhall.workers.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.engine.EngineJob;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class GatheredJobsTest {

  private final Queue<List<Long>> batches = new ConcurrentLinkedQueue<>();
  private final GatheredJobs jobs =
      new GatheredJobs(
          "test-jobs", batch -> batches.add(batch.stream().map(EngineJob::key).toList()));

  @Test
  void jobs_that_arrive_together_are_one_batch() throws InterruptedException {
    jobs.add(job(1));
    jobs.add(job(2));
    jobs.add(job(3));
    jobs.start();

    await().until(() -> !batches.isEmpty());
    jobs.close();

    assertThat(batches).containsExactly(List.of(1L, 2L, 3L));
  }

  @Test
  void after_closing_nothing_is_taken() throws InterruptedException {
    jobs.start();
    jobs.close();
    jobs.add(job(1));

    assertThat(batches).isEmpty();
  }

  @Test
  void a_batch_that_fails_does_not_end_the_lane() throws InterruptedException {
    Queue<Long> tried = new ConcurrentLinkedQueue<>();
    GatheredJobs failing =
        new GatheredJobs(
            "failing-jobs",
            batch -> {
              batch.forEach(job -> tried.add(job.key()));
              throw new IllegalStateException("engine away");
            });
    failing.start();
    failing.add(job(1));
    await().until(() -> tried.contains(1L));

    failing.add(job(2));
    await().until(() -> tried.contains(2L));

    failing.close();
  }

  private static EngineJob job(long key) {
    return new EngineJob(key, "complete-order", "completed", 7, "N" + key, 1, 3, Map.of());
  }
}
