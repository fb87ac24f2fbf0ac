package io.certhall.processes.delivery;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A courier's list of tracking numbers, taken over at once: all lines or none. Sent a second time,
 * the same list changes nothing.
 */
@Service
public class TrackingImport {

  /** More than a day's parcels; a list beyond it is a mistake. */
  static final int MOST_ROWS = 2000;

  private final ShippingDesk desk;
  private final ShipmentQuery shipments;
  private final HumanTasks tasks;

  TrackingImport(ShippingDesk desk, ShipmentQuery shipments, HumanTasks tasks) {
    this.desk = desk;
    this.shipments = shipments;
    this.tasks = tasks;
  }

  /**
   * One line.
   *
   * @param line its number in the file, for the errors
   */
  public record Row(int line, String orderNo, String carrier, String trackingNo) {}

  /**
   * @param unchanged lines whose parcel had left with this number before
   */
  public record Result(int shipped, int unchanged) {}

  /**
   * @throws Refusal RULE with each line that can't be taken over, path {@code rows[line]}
   */
  @Transactional
  public Result take(Actor actor, List<Row> rows) {
    actor.require(Role.DISPATCHER);
    if (rows.isEmpty()) {
      throw Refusal.rule("rows", "TRACKING_LIST_EMPTY");
    }
    if (rows.size() > MOST_ROWS) {
      throw Refusal.rule("rows", "TRACKING_LIST_LONG", MOST_ROWS);
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    int shipped = 0;
    int unchanged = 0;
    for (Row row : rows) {
      Integer earlier = lines.putIfAbsent(row.orderNo(), row.line());
      if (earlier != null) {
        problems.add(problem(row, Problem.of("", "TRACKING_TWICE", row.orderNo(), earlier)));
        continue;
      }
      try {
        if (isShippedSo(row)) {
          unchanged++;
        } else {
          ship(actor, row);
          shipped++;
        }
      } catch (Refusal refused) {
        refused.problems().forEach(reason -> problems.add(problem(row, reason)));
      }
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    return new Result(shipped, unchanged);
  }

  private boolean isShippedSo(Row row) {
    Optional<ShipmentQuery.Shipment> known = shipments.of(row.orderNo());
    if (known.isEmpty()) {
      return false;
    }
    if (!known.get().trackingNo().equals(row.trackingNo().strip())
        || !known.get().carrier().equals(row.carrier().strip())) {
      throw Refusal.rule(
          "", "TRACKING_OTHER", row.orderNo(), known.get().carrier(), known.get().trackingNo());
    }
    return true;
  }

  private void ship(Actor actor, Row row) {
    HumanTask task =
        tasks
            .waiting(row.orderNo(), TaskQueue.DISPATCH)
            .orElseThrow(() -> Refusal.rule("", "TRACKING_NOT_WAITING", row.orderNo()));
    desk.ship(actor, task.id(), row.carrier(), row.trackingNo());
  }

  private static Problem problem(Row row, Problem reason) {
    String path = "rows[" + row.line() + "]" + (reason.path().isEmpty() ? "" : "." + reason.path());
    return Problem.of(path, reason.code(), reason.args().toArray());
  }
}
