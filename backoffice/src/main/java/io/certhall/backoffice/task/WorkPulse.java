package io.certhall.backoffice.task;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that tasks came, went or were claimed, whichever node they came through: one
 * look at the table every two seconds, as long as anybody watches.
 */
@Component
public class WorkPulse implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WorkPulse.class);
  private static final int SECONDS = 2;

  private record Follower(UI ui, Set<TaskQueue> queues, Runnable refresh) {}

  private final TaskQuery tasks;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private Map<TaskQueue, Long> last = Map.of();
  private ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  WorkPulse(TaskQuery tasks) {
    this.tasks = tasks;
    beat.shutdown();
  }

  /** {@code refresh} runs with the page's lock whenever one of these queues has changed. */
  public Registration follow(UI ui, Set<TaskQueue> queues, Runnable refresh) {
    Follower follower = new Follower(ui, queues, refresh);
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /** Looks now; the beat calls it. */
  void look() {
    if (followers.isEmpty()) {
      return;
    }
    Map<TaskQueue, Long> now = tasks.pulse();
    Map<TaskQueue, Long> before = last;
    last = now;
    for (Follower follower : followers) {
      if (follower.queues().stream()
          .anyMatch(queue -> !Objects.equals(now.get(queue), before.get(queue)))) {
        tell(follower);
      }
    }
  }

  private void tell(Follower follower) {
    try {
      follower.ui().access(follower.refresh()::run);
    } catch (UIDetachedException gone) {
      followers.remove(follower);
    }
  }

  @Override
  public void start() {
    beat =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("work-pulse").daemon().factory());
    beat.scheduleWithFixedDelay(this::lookQuietly, SECONDS, SECONDS, TimeUnit.SECONDS);
    running = true;
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException databaseAway) {
      log.warn("work lists are not refreshed: {}", databaseAway.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    beat.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
