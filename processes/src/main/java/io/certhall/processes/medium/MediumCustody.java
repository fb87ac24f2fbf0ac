package io.certhall.processes.medium;

import io.certhall.processes.order.Order;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the desks do with keys, told to the books in the desks' own transactions. The desks have
 * checked who acts. Keys the books don't know are taken in or refused, as the hall has chosen.
 */
@Service
public class MediumCustody {

  private static final String UNLISTED = "未入库 · not in any lot";
  private static final String EXCHANGED = "改用其他介质 · another key taken";

  private final MediumBooks books;
  private final MediumRules rules;
  private final StockAlarms alarms;

  MediumCustody(MediumBooks books, MediumRules rules, StockAlarms alarms) {
    this.books = books;
    this.rules = rules;
    this.alarms = alarms;
  }

  /**
   * A key is taken for a certificate; one taken for it before goes back to stock.
   *
   * @throws Refusal RULE on {@code mediumSerial}: MEDIUM_UNLISTED, MEDIUM_OF_OTHER_HALL; CONFLICT
   *     with the state of a key that is not free, e.g. MEDIUM_HELD for one in another's hands
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assign(Actor actor, Order order, int itemSeq, String serial) {
    for (KeyMedium before : books.lockOf(order)) {
      if (before.state() == MediumState.ASSIGNED
          && Objects.equals(before.itemSeq(), itemSeq)
          && !before.serial().equals(serial)) {
        books.move(actor, before, MediumState.IN_STOCK, EXCHANGED);
      }
    }
    KeyMedium medium = books.lock(serial).orElse(null);
    if (medium == null) {
      refuseUnlisted(order, serial);
      books.takeIn(actor, serial, MediumState.ASSIGNED, order, itemSeq, UNLISTED);
      return;
    }
    if (!medium.hall().equals(order.hall())) {
      throw Refusal.rule("mediumSerial", "MEDIUM_OF_OTHER_HALL", serial, medium.hall());
    }
    if (medium.accountId() != null && medium.accountId() != order.accountId()) {
      throw Refusal.conflict("MEDIUM_" + medium.state(), serial);
    }
    books.moveFor(actor, medium, MediumState.ASSIGNED, order, itemSeq, null);
    if (medium.state() == MediumState.IN_STOCK) {
      alarms.tookOne(medium.hall(), medium.model());
    }
  }

  /** The order's keys have left with a courier. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void shipped(Actor actor, Order order, String parcel) {
    move(actor, order, Set.of(MediumState.ASSIGNED), MediumState.SHIPPED, parcel);
  }

  /** The order's keys are in the holder's hands: over the counter, or out of the parcel. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void handedOver(Actor actor, Order order, @Nullable String how) {
    move(actor, order, Set.of(MediumState.ASSIGNED, MediumState.SHIPPED), MediumState.HELD, how);
  }

  private void move(
      Actor actor, Order order, Set<MediumState> from, MediumState to, @Nullable String note) {
    for (KeyMedium medium : books.lockOf(order)) {
      if (from.contains(medium.state())) {
        books.move(actor, medium, to, note);
      }
    }
  }

  /**
   * Keys the holder sent in for this order.
   *
   * @param serials of keys; those the books don't know come in with a note
   * @throws Refusal RULE MEDIUM_UNLISTED where the hall takes none in; CONFLICT with the state of a
   *     key that can't come from a holder, e.g. MEDIUM_IN_STOCK
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void returned(Actor actor, Order order, Collection<String> serials) {
    Set<String> unknown = new TreeSet<>(serials);
    List<KeyMedium> known = books.lock(serials);
    for (KeyMedium medium : known) {
      unknown.remove(medium.serial());
      books.moveFor(actor, medium, MediumState.RETURNED, order, 0, null);
    }
    for (String serial : unknown) {
      refuseUnlisted(order, serial);
      books.takeIn(actor, serial, MediumState.RETURNED, order, 0, UNLISTED);
    }
  }

  private void refuseUnlisted(Order order, String serial) {
    if (rules.unlisted(order.hall()) == UnlistedKeys.REFUSE) {
      throw Refusal.rule("mediumSerial", "MEDIUM_UNLISTED", serial);
    }
  }
}
