package io.certhall.backoffice.order.ui;

import com.vaadin.flow.shared.Registration;
import io.certhall.processes.order.query.OrderVersions;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that their order changed: at once when this process changed it, and within
 * seconds, by its version in the database, when a worker or another node did. One query serves all
 * pages.
 */
@Component
public class OrderChangeBroadcaster {

  private static final Logger log = LoggerFactory.getLogger(OrderChangeBroadcaster.class);
  private static final int CHECK_SECONDS = 3;

  private final OrderVersions versions;
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("order-watch").daemon().factory());

  private record Watch(String orderNo, Runnable changed) {}

  OrderChangeBroadcaster(OrderVersions versions) {
    this.versions = versions;
    checks.scheduleWithFixedDelay(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * @param version the version that the page shows
   * @param changed called by another thread, until the registration is removed
   */
  public Registration watch(String orderNo, int version, Runnable changed) {
    Watch watch = new Watch(orderNo, changed);
    seen.merge(orderNo, version, Math::min);
    watches.add(watch);
    return () -> {
      watches.remove(watch);
      if (watches.stream().noneMatch(other -> other.orderNo().equals(orderNo))) {
        seen.remove(orderNo);
      }
    };
  }

  /** Something about this order was changed here. */
  public void changed(String orderNo) {
    watches.stream().filter(watch -> watch.orderNo().equals(orderNo)).forEach(this::tell);
  }

  /** What all open pages do every few seconds. */
  void check() {
    Set<String> open = watches.stream().map(Watch::orderNo).collect(Collectors.toSet());
    if (open.isEmpty()) {
      return;
    }
    try {
      versions
          .of(open)
          .forEach(
              (orderNo, version) -> {
                Integer before = seen.put(orderNo, version);
                if (before != null && !before.equals(version)) {
                  changed(orderNo);
                }
              });
    } catch (RuntimeException e) {
      log.warn("cannot check open orders: {}", e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    checks.shutdownNow();
  }

  private void tell(Watch watch) {
    try {
      watch.changed().run();
    } catch (RuntimeException e) {
      log.warn("a page of order {} could not be told: {}", watch.orderNo(), e.getMessage());
    }
  }
}
