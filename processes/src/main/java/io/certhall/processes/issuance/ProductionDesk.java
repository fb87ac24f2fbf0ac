package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.certificate.KeyGrants;
import io.certhall.processes.medium.MediumCustody;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The producer takes a key, plugs it in and tells its serial and its certificate request. */
@Service
public class ProductionDesk {

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final ItemKeys keys;
  private final OrderHistory history;
  private final AuditLog audit;
  private final KeyGrants grants;
  private final MediumCustody custody;
  private final Clock clock;

  ProductionDesk(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      ItemKeys keys,
      OrderHistory history,
      AuditLog audit,
      KeyGrants grants,
      MediumCustody custody,
      Clock clock) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.keys = keys;
    this.history = history;
    this.audit = audit;
    this.grants = grants;
    this.custody = custody;
    this.clock = clock;
  }

  /**
   * Assigns a key to the certificate of this task. When all keys of the order are assigned the
   * certificates are issued.
   *
   * @param mediumSerial printed on the key; 4 to 64 letters, digits or dashes; one certificate
   *     each. Where seals are added: the key they are added to
   * @param csrPem PKCS#10 request made on the key; null when the medium makes its key pair itself
   */
  @Transactional
  public void produce(
      Actor actor, long taskId, @Nullable String mediumSerial, @Nullable String csrPem) {
    produce(actor, taskId, mediumSerial, csrPem, false);
  }

  /**
   * As {@link #produce(Actor, long, String, String)}, with a pair the key agent made on the key:
   * the issued certificates are to be written there before it leaves ({@link KeyWriting}).
   */
  @Transactional
  public void produceOnKey(Actor actor, long taskId, String mediumSerial, String csrPem) {
    if (csrPem.isBlank()) {
      throw Refusal.rule("csrPem", "FIELD_REQUIRED");
    }
    produce(actor, taskId, mediumSerial, csrPem, true);
  }

  /**
   * Lets the key agent make this key the hall's: asked before a pair is made on it.
   *
   * @throws Refusal as {@link #produceOnKey} for a key that can't be taken
   */
  @Transactional
  public KeyGrants.Grant prepare(
      Actor actor, long taskId, String mediumSerial, String transportKey) {
    HumanTask task = task(actor, taskId);
    Order order = orders.locked(String.valueOf(task.orderNo()));
    String serial = keys.ofProducer(order, task.itemSeq(), mediumSerial, null);
    return grants.preparing(actor, order.hall(), serial, transportKey);
  }

  private HumanTask task(Actor actor, long taskId) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.PRODUCTION || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    return task;
  }

  private void produce(
      Actor actor,
      long taskId,
      @Nullable String mediumSerial,
      @Nullable String csrPem,
      boolean onKey) {
    HumanTask task = task(actor, taskId);
    Order order = orders.locked(String.valueOf(task.orderNo()));
    String serial = keys.ofProducer(order, task.itemSeq(), mediumSerial, csrPem);
    custody.assign(actor, order, task.itemSeq(), serial);
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.MEDIUM_SERIAL, serial)
        .set(ORDER_ITEM.SIGNING_CSR, csrPem)
        .set(ORDER_ITEM.AGENT_KEY, onKey)
        .setNull(ORDER_ITEM.WRITTEN_AT)
        .set(ORDER_ITEM.STATUS, ItemStatus.IN_PROGRESS.name())
        .where(ORDER_ITEM.ORDER_NO.eq(order.orderNo()), ORDER_ITEM.SEQ.eq(task.itemSeq()))
        .execute();
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            clock.instant(),
            OrderEventKind.KEY_PRODUCED,
            order.state(),
            order.round(),
            task.elementId(),
            actor,
            serial));
    audit.record(
        actor,
        "medium.assigned",
        "order",
        order.orderNo(),
        order.hall(),
        "item " + task.itemSeq() + ", medium " + serial);
    tasks.complete(actor, task, order, "PRODUCED", Map.of());
  }
}
