package io.certhall.processes.sweep;

import io.certhall.processes.application.OrderRestart;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.outbox.Outbox;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for orders whose engine and database disagree or that made no progress. Every repair is a
 * command the engine takes twice without harm; what a few of them don't mend is left to people.
 */
@Service
@EnableConfigurationProperties(SweepSettings.class)
public class OrderSweep {

  private static final Logger log = LoggerFactory.getLogger(OrderSweep.class);

  private final StandstillQuery standstill;
  private final FindingRepository findings;
  private final Orders orders;
  private final HumanTasks tasks;
  private final OrderRestart restart;
  private final Outbox outbox;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final SweepSettings settings;
  private final Clock clock;

  OrderSweep(
      StandstillQuery standstill,
      FindingRepository findings,
      Orders orders,
      HumanTasks tasks,
      OrderRestart restart,
      Outbox outbox,
      AuditLog audit,
      TransactionTemplate transaction,
      SweepSettings settings,
      Clock clock) {
    this.standstill = standstill;
    this.findings = findings;
    this.orders = orders;
    this.tasks = tasks;
    this.restart = restart;
    this.outbox = outbox;
    this.audit = audit;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /** Findings that were open before and found again count as found. */
  public record Result(int found, int repaired, int gone) {}

  /** One round over at most {@code limit} orders of each kind; called by the schedule. */
  public Result sweep(int limit) {
    Instant before = clock.instant().minus(settings.patience());
    int found = 0;
    int repaired = 0;
    int gone = 0;
    for (FindingKind kind : FindingKind.values()) {
      gone += forget(kind, before, limit);
      for (String orderNo : standstill.of(kind, before, limit)) {
        found++;
        repaired +=
            Boolean.TRUE.equals(transaction.execute(s -> mend(kind, orderNo, before))) ? 1 : 0;
      }
    }
    if (found + gone > 0) {
      log.info("sweep: {} orders stand still, {} repaired, {} move again", found, repaired, gone);
    }
    return new Result(found, repaired, gone);
  }

  /** What stands still, newest first, for those who look after the hall. */
  @Transactional(readOnly = true)
  public List<OrderFinding> list(Actor actor, boolean openOnly, int limit) {
    actor.require(Role.ADMIN, Role.MANAGER, Role.AUDITOR);
    return findings.list(openOnly, limit);
  }

  /** A person has mended the cause of a parked command: it is sent again. */
  @Transactional
  public void release(Actor actor, String orderNo) {
    actor.require(Role.ADMIN, Role.MANAGER);
    Order order = orders.locked(orderNo);
    if (outbox.release(orderNo) == 0) {
      throw Refusal.conflict("COMMAND_NOT_PARKED");
    }
    audit.record(actor, "order.command-released", "order", orderNo, order.hall(), null);
  }

  private int forget(FindingKind kind, Instant before, int limit) {
    List<String> moving =
        findings.open(kind, limit).stream()
            .filter(orderNo -> !standstill.stillHolds(kind, orderNo, before))
            // A repair on its way is not yet a success.
            .filter(orderNo -> !standstill.hasCommand(orderNo))
            .toList();
    return moving.isEmpty() ? 0 : findings.gone(kind, moving);
  }

  private boolean mend(FindingKind kind, String orderNo, Instant before) {
    Order order = orders.lock(orderNo).orElse(null);
    if (order == null || !standstill.stillHolds(kind, orderNo, before)) {
      return false;
    }
    FindingRepository.Repairs earlier = findings.repairs(orderNo, kind);
    FindingRepository.LastStep last = findings.lastStep(orderNo).orElse(null);
    // A repair gets as much patience as the order had.
    boolean due =
        earlier.count() < settings.repairs()
            && (earlier.last() == null || earlier.last().isBefore(before));
    boolean repaired = due && repair(kind, order, last);
    findings.save(
        orderNo,
        kind,
        last == null ? null : last.elementId(),
        repaired ? new FindingRepository.Repairs(earlier.count() + 1, clock.instant()) : earlier);
    if (repaired) {
      audit.record(Actor.SYSTEM, "order.repaired", "order", orderNo, order.hall(), kind.name());
    }
    return repaired;
  }

  private boolean repair(FindingKind kind, Order order, FindingRepository.@Nullable LastStep last) {
    return switch (kind) {
      case NOT_STARTED -> {
        restart.start(order);
        yield true;
      }
      case NO_NEXT_STEP -> {
        if (last == null) {
          yield false;
        }
        outbox.promise(
            new EngineCommand.CompleteStep(order.orderNo(), last.jobKey(), variables(order, last)));
        yield true;
      }
      case TASK_LEFT_OPEN -> {
        tasks.cancelOpen(List.of(order.orderNo()));
        yield true;
      }
      case COMMAND_PARKED -> false;
    };
  }

  /** What the completion of that step told the engine when it was made. */
  private Map<String, Object> variables(Order order, FindingRepository.LastStep last) {
    return switch (TaskQueue.ofCode(last.queue())) {
      case REVIEW -> Map.of("approved", last.outcome().equals("APPROVE"));
      case CORRECT -> restart.variables(order);
      case PAYMENT ->
          last.outcome().equals("VOUCHER")
              ? Map.of("voucher", true)
              : Map.of("dueFen", 0, "voucher", false);
      case FINANCE ->
          last.outcome().equals("CONFIRM")
              ? Map.of("approved", true, "dueFen", 0)
              : Map.of("approved", false);
      default -> Map.of();
    };
  }
}
