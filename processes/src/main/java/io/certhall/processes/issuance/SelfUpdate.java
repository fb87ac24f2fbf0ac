package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The holder writes the new certificate to his key himself, certificate by certificate: the key is
 * read, the pair is issued, the key takes it. What fails is tried again or handed to staff. Staff
 * may do each step for a holder who brings his key in (G-15).
 */
@Service
public class SelfUpdate {

  private static final int LONGEST_NOTE = 500;

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final ItemKeys keys;
  private final KeyProofs proofs;
  private final boolean proofRequired;
  private final UpdateNotices notices;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  SelfUpdate(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      ItemKeys keys,
      KeyProofs proofs,
      @Value("${certhall.agent.proof-required:false}") boolean proofRequired,
      UpdateNotices notices,
      OrderHistory history,
      AuditLog audit,
      Clock clock) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.keys = keys;
    this.proofs = proofs;
    this.proofRequired = proofRequired;
    this.notices = notices;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The key of this certificate is plugged in. When all keys of the order are read the certificates
   * are issued.
   *
   * @throws Refusal NOT_FOUND for another's order; CONFLICT STEP_NOT_READY, or the state of a
   *     certificate that may not be renewed or changed any more; RULE KEY_MISMATCH for another key,
   *     FOREIGN_KEY for one of another issuer, KEY_PROOF_MISSING where the hall wants it proven
   */
  @Transactional
  public void read(Actor actor, String orderNo, int itemSeq, KeyReading reading) {
    if (proofRequired && !actor.has(Role.PRODUCER)) {
      throw Refusal.rule("keySerial", "KEY_PROOF_MISSING");
    }
    taken(actor, orderNo, itemSeq, reading, null);
  }

  /**
   * As {@link #read}; the key that is plugged in has signed the hall's challenge.
   *
   * @throws Refusal as {@link #read}; RULE KEY_PROOF_INVALID
   */
  @Transactional
  public void read(
      Actor actor, String orderNo, int itemSeq, KeyReading reading, KeyProofs.Proof proof) {
    taken(actor, orderNo, itemSeq, reading, proof);
  }

  private void taken(
      Actor actor,
      String orderNo,
      int itemSeq,
      KeyReading reading,
      KeyProofs.@Nullable Proof proof) {
    Order order = mine(actor, orderNo);
    HumanTask task = waiting(order, TaskQueue.UPDATE, itemSeq);
    String serial = keys.ofReading(order, itemSeq, reading);
    if (proof != null) {
      proofs.require(source(orderNo, itemSeq), proof);
    }
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.MEDIUM_SERIAL, serial)
        .set(ORDER_ITEM.SIGNING_CSR, reading.csrPem())
        .set(ORDER_ITEM.SELF_UPDATE, true)
        .set(ORDER_ITEM.STATUS, ItemStatus.IN_PROGRESS.name())
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.SEQ.eq(itemSeq))
        .execute();
    append(actor, order, task, OrderEventKind.KEY_READ, serial);
    audit.record(
        actor,
        "key.read",
        "order",
        orderNo,
        order.hall(),
        "item " + itemSeq + ", medium " + serial);
    tasks.complete(actor, task, order, "READ", Map.of());
  }

  /**
   * Whether {@link #read} would take this key; asked before a key pair is made on it.
   *
   * @throws Refusal as {@link #read}
   */
  @Transactional
  public void check(Actor actor, String orderNo, int itemSeq, KeyReading reading) {
    Order order = mine(actor, orderNo);
    waiting(order, TaskQueue.UPDATE, itemSeq);
    keys.ofReading(order, itemSeq, reading);
  }

  /**
   * What the key is to take, while it has not.
   *
   * @throws Refusal NOT_FOUND for another's order; CONFLICT STEP_NOT_READY before and after
   */
  @Transactional
  public PairDelivery toInstall(Actor actor, String orderNo, int itemSeq) {
    Order order = mine(actor, orderNo);
    waiting(order, TaskQueue.INSTALL, itemSeq);
    return PairDelivery.of(dsl, orderNo, itemSeq)
        .orElseThrow(() -> Refusal.conflict("STEP_NOT_READY"));
  }

  /**
   * Whether the key took the new certificate. After the last certificate the order is done, or
   * waits for a decision about those that failed.
   */
  @Transactional
  public void report(
      Actor actor, String orderNo, int itemSeq, boolean installed, @Nullable String note) {
    Order order = mine(actor, orderNo);
    HumanTask task = waiting(order, TaskQueue.INSTALL, itemSeq);
    mark(orderNo, itemSeq, installed ? ItemStatus.DONE : ItemStatus.FAILED);
    append(
        actor,
        order,
        task,
        installed ? OrderEventKind.KEY_UPDATED : OrderEventKind.KEY_UPDATE_FAILED,
        shortened(note));
    if (installed) {
      notices.updated(order, itemSeq);
    }
    boolean all = orders.items(orderNo).stream().allMatch(item -> item.status() == ItemStatus.DONE);
    tasks.complete(
        actor, task, order, installed ? "INSTALLED" : "FAILED", Map.of("installed", all));
  }

  /** Those that failed are written again. */
  @Transactional
  public void retry(Actor actor, String orderNo) {
    Order order = mine(actor, orderNo);
    HumanTask task = waiting(order, TaskQueue.REPAIR, 0);
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.STATUS, ItemStatus.IN_PROGRESS.name())
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.STATUS.eq(ItemStatus.FAILED.name()))
        .execute();
    tasks.complete(actor, task, order, "RETRY", Map.of("handOver", false));
  }

  /** Staff take over in a remote session. */
  @Transactional
  public void handToStaff(Actor actor, String orderNo, @Nullable String note) {
    Order order = mine(actor, orderNo);
    HumanTask task = waiting(order, TaskQueue.REPAIR, 0);
    append(actor, order, task, OrderEventKind.HANDED_TO_STAFF, shortened(note));
    tasks.complete(actor, task, order, "HANDED_OVER", Map.of("handOver", true));
  }

  private String source(String orderNo, int itemSeq) {
    return orders.items(orderNo).stream()
        .filter(item -> item.seq() == itemSeq)
        .map(item -> String.valueOf(item.certificateSerial()))
        .findFirst()
        .orElseThrow();
  }

  private Order mine(Actor actor, String orderNo) {
    return orders
        .lock(orderNo)
        .filter(order -> order.isOwnedBy(actor.accountId()) || actor.has(Role.PRODUCER))
        .orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
  }

  private HumanTask waiting(Order order, TaskQueue queue, int itemSeq) {
    return tasks
        .waiting(order.orderNo(), queue, itemSeq)
        .orElseThrow(() -> Refusal.conflict("STEP_NOT_READY"));
  }

  private void mark(String orderNo, int itemSeq, ItemStatus status) {
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.STATUS, status.name())
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.SEQ.eq(itemSeq))
        .execute();
  }

  private void append(
      Actor actor, Order order, HumanTask task, OrderEventKind kind, @Nullable String note) {
    history.append(
        List.of(
            new OrderHistory.Event(
                order.orderNo(),
                clock.instant(),
                kind,
                order.state(),
                order.round(),
                task.elementId(),
                actor,
                task.itemSeq() == 0
                    ? note
                    : "#" + task.itemSeq() + (note == null ? "" : " " + note))));
  }

  private static @Nullable String shortened(@Nullable String note) {
    return note == null || note.isBlank()
        ? null
        : note.length() <= LONGEST_NOTE ? note.strip() : note.substring(0, LONGEST_NOTE);
  }
}
