package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.REMOTE_SESSION;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Remote sessions of staff with a holder: what came out of each is written down. */
@org.springframework.stereotype.Service
public class RemoteDesk {

  private static final int LONGEST_NOTE = 1000;

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final CertificateChanges changes;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  RemoteDesk(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      CertificateChanges changes,
      OrderHistory history,
      AuditLog audit,
      Clock clock) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.changes = changes;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /** One session. */
  public record Session(Instant at, boolean done, String note) {}

  /** The caller has checked that the order is visible. */
  public List<Session> of(String orderNo) {
    return dsl.select(REMOTE_SESSION.AT, REMOTE_SESSION.DONE, REMOTE_SESSION.NOTE)
        .from(REMOTE_SESSION)
        .where(REMOTE_SESSION.ORDER_NO.eq(orderNo))
        .orderBy(REMOTE_SESSION.ID)
        .fetch(org.jooq.Records.mapping(Session::new));
  }

  /**
   * @param done null is refused: a session either did it or did not
   * @param note what was done, or why it could not be; required when it failed
   */
  @Transactional
  public void finish(Actor actor, long taskId, @Nullable Boolean done, @Nullable String note) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.REMOTE || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    if (done == null) {
      throw Refusal.malformed("done", "FIELD_REQUIRED");
    }
    String said = note == null ? "" : note.strip();
    if (!done && said.isEmpty()) {
      throw Refusal.rule("note", "FIELD_REQUIRED");
    }
    if (said.length() > LONGEST_NOTE) {
      throw Refusal.rule("note", "TEXT_TOO_LONG", LONGEST_NOTE);
    }
    Order order = orders.locked(task.orderNo());
    Instant now = clock.instant();
    dsl.insertInto(REMOTE_SESSION)
        .set(REMOTE_SESSION.ORDER_NO, order.orderNo())
        .set(REMOTE_SESSION.AT, now)
        .set(REMOTE_SESSION.PRODUCER_ID, actor.accountId())
        .set(REMOTE_SESSION.DONE, done)
        .set(REMOTE_SESSION.NOTE, said)
        .execute();
    if (done && order.service() == Service.UNLOCK) {
      changes.apply(order.orderNo(), String.valueOf(task.elementId()));
    } else if (done) {
      // The new certificates are on the key now.
      dsl.update(ORDER_ITEM)
          .set(ORDER_ITEM.STATUS, ItemStatus.DONE.name())
          .where(ORDER_ITEM.ORDER_NO.eq(order.orderNo()))
          .execute();
    }
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            OrderEventKind.REMOTE_SESSION,
            order.state(),
            order.round(),
            task.elementId(),
            actor,
            (done ? "✓ " : "✗ ") + said));
    audit.record(
        actor, "order.remote-session", "order", order.orderNo(), order.hall(), "done " + done);
    tasks.complete(actor, task, order, done ? "DONE" : "FAILED", Map.of("done", done));
  }
}
