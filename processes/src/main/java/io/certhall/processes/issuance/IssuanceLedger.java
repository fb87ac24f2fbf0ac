package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The database's side of the issuing cycle: (1) reserve, (4) store. Between the two lies signing,
 * which knows nothing of the database; a crash anywhere leaves a reservation that the next delivery
 * of the job picks up.
 */
@Service
public class IssuanceLedger {

  private final DSLContext dsl;
  private final Orders orders;
  private final IssuedPairRepository issued;
  private final IssuingItems items;
  private final Succession succession;
  private final OrderHistory history;
  private final AuditLog audit;
  private final List<IssuedListener> listeners;
  private final Clock clock;

  IssuanceLedger(
      DSLContext dsl,
      Orders orders,
      IssuedPairRepository issued,
      IssuingItems items,
      Succession succession,
      OrderHistory history,
      AuditLog audit,
      List<IssuedListener> listeners,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.issued = issued;
    this.items = items;
    this.succession = succession;
    this.history = history;
    this.audit = audit;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** The order a job issues for: its hall's CA does, and its service says what. */
  public Order order(String orderNo) {
    return orders.find(orderNo).orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
  }

  /**
   * What is not issued yet, with the reservations a first delivery left behind.
   *
   * @throws Refusal RULE ISSUE_PARKED while one of them waits for an administrator
   */
  public OpenIssue open(Order order) {
    return items.open(order);
  }

  private static Refusal parked(String signingSerial) {
    return Refusal.rule("", "ISSUE_PARKED", signingSerial);
  }

  /**
   * Step 1. Two deliveries at once: the primary key lets one reserve, the other is told to come
   * again.
   *
   * @throws Refusal CONFLICT when the order may not be issued now
   */
  @Transactional
  public void reserve(String orderNo, List<Reservation> reservations) {
    Order order = orders.locked(orderNo);
    if (order.state().isEnded()) {
      throw Refusal.conflict("ORDER_ENDED");
    }
    if (order.dueFen() > 0) {
      throw Refusal.conflict("ORDER_NOT_PAID");
    }
    Instant now = clock.instant();
    var insert =
        dsl.insertInto(
            ISSUANCE,
            ISSUANCE.ORDER_NO,
            ISSUANCE.ITEM_SEQ,
            ISSUANCE.STATE,
            ISSUANCE.SIGNING_SERIAL,
            ISSUANCE.ENCRYPTION_SERIAL,
            ISSUANCE.PREPARED,
            ISSUANCE.RESERVED_AT);
    for (Reservation reservation : reservations) {
      insert =
          insert.values(
              orderNo,
              reservation.itemSeq(),
              IssuanceState.RESERVED.name(),
              reservation.signingSerial(),
              reservation.encryptionSerial(),
              reservation.prepared(),
              now);
    }
    insert.execute();
  }

  /**
   * Step 4: certificates, keys, seals, timeline and audit row, all or nothing, once. Only what is
   * reserved right now is stored: not what was parked, voided or stored meanwhile.
   *
   * @throws Refusal RULE ISSUE_PARKED, CONFLICT ISSUED_MEANWHILE
   */
  @Transactional
  public void store(String orderNo, String elementId, List<IssuedPair> pairs) {
    Order order = orders.locked(orderNo);
    Instant now = clock.instant();
    List<Integer> seqs = pairs.stream().map(pair -> pair.item().itemSeq()).toList();
    List<String> serials = pairs.stream().map(IssuedPair::signingSerial).toList();
    int finished =
        dsl.update(ISSUANCE)
            .set(ISSUANCE.STATE, IssuanceState.STORED.name())
            .set(ISSUANCE.FINISHED_AT, now)
            .where(
                ISSUANCE.ORDER_NO.eq(orderNo),
                ISSUANCE.SIGNING_SERIAL.in(serials),
                ISSUANCE.STATE.eq(IssuanceState.RESERVED.name()))
            .execute();
    if (finished != pairs.size()) {
      if (finished == 0 && storedAlready(orderNo, serials)) {
        return;
      }
      throw Refusal.conflict("ISSUED_MEANWHILE");
    }
    issued.insert(order, pairs, now);
    succession.of(order, pairs);
    // What the holder writes to his key himself is done when the key has taken it.
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.STATUS, ItemStatus.DONE.name())
        .where(
            ORDER_ITEM.ORDER_NO.eq(orderNo),
            ORDER_ITEM.SEQ.in(seqs),
            ORDER_ITEM.SELF_UPDATE.isFalse())
        .execute();
    history.append(
        pairs.stream()
            .map(
                pair ->
                    new OrderHistory.Event(
                        orderNo,
                        now,
                        OrderEventKind.CERTIFICATE_ISSUED,
                        order.state(),
                        order.round(),
                        elementId,
                        Actor.SYSTEM,
                        pair.commonName() + " " + pair.signingSerial()))
            .toList());
    audit.record(
        Actor.SYSTEM,
        "certificate.issued",
        "order",
        orderNo,
        order.hall(),
        String.join(", ", pairs.stream().map(IssuedPair::signingSerial).toList()));
    listeners.forEach(listener -> listener.issued(order, seqs));
  }

  /** Whether another delivery stored exactly these. */
  private boolean storedAlready(String orderNo, List<String> serials) {
    List<String> states =
        dsl.select(ISSUANCE.STATE)
            .from(ISSUANCE)
            .where(ISSUANCE.ORDER_NO.eq(orderNo), ISSUANCE.SIGNING_SERIAL.in(serials))
            .fetch(ISSUANCE.STATE);
    if (states.contains(IssuanceState.PARKED.name())) {
      throw parked(String.join(", ", serials));
    }
    return states.size() == serials.size()
        && states.stream().allMatch(IssuanceState.STORED.name()::equals);
  }
}
