package io.certhall.processes.secret;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/**
 * First PINs of keys on their way: sent anew, shown to who must type them once, blanked when the
 * order is long over. Never in a log, never in an inbox.
 */
@org.springframework.stereotype.Service
public class SecretDeliveries {

  static final int MOST_SENDS = 3;
  static final Duration BETWEEN_SENDS = Duration.ofMinutes(10);
  static final Duration KEPT = Duration.ofDays(30);
  static final Duration MESSAGES_KEPT = Duration.ofDays(1);

  private final SecretRepository repository;
  private final Orders orders;
  private final Notifications notifications;
  private final AuditLog audit;
  private final Clock clock;

  SecretDeliveries(
      SecretRepository repository,
      Orders orders,
      Notifications notifications,
      AuditLog audit,
      Clock clock) {
    this.repository = repository;
    this.orders = orders;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  static String message(SecretRoute route) {
    return route == SecretRoute.SMS_HOLDER ? "MSG-83" : "MSG-82";
  }

  static String key(long id, int send) {
    return "PIN:" + id + ":" + send;
  }

  private void send(Actor actor, Order order, SecretDelivery delivery, String kind) {
    String pin = repository.pin(delivery.id());
    String phone = repository.recipient(delivery.id());
    if (pin == null || phone == null) {
      throw Refusal.rule("", "SECRET_CLOSED");
    }
    Instant now = clock.instant();
    notifications.toPhone(
        order,
        message(delivery.route()),
        key(delivery.id(), delivery.sends() + 1),
        phone,
        Map.of("pin", pin));
    repository.sent(delivery.id(), now);
    repository.event(delivery.id(), now, kind, actor);
    record(actor, "secret.sent", delivery);
  }

  /** What became of the PINs of an order the actor may see; never the PINs. */
  @Transactional(readOnly = true)
  public List<SecretDelivery> of(Actor actor, String orderNo) {
    return repository.ofOrder(orders.visible(actor, orderNo).orderNo());
  }

  /** Deliveries under way, those that wait for somebody first. */
  @Transactional(readOnly = true)
  public List<SecretDelivery> open(Actor actor, int limit) {
    actor.require(Role.FINANCE, Role.PRODUCER, Role.AUDITOR);
    return repository.open(Math.clamp(limit, 1, 500));
  }

  /** Who did what with it, e.g. who saw it. */
  @Transactional
  public List<SecretEvent> events(Actor actor, long id) {
    SecretDelivery delivery = repository.locked(id);
    orders.visible(actor, delivery.orderNo());
    return repository.events(id);
  }

  /**
   * Shows the PIN to who must type it, once: to production, which sets it on the key, or to
   * finance, which writes it into the remark of a transfer.
   *
   * @throws Refusal FORBIDDEN, RULE SECRET_SHOWN naming who saw it and when, SECRET_CLOSED
   */
  @Transactional
  public String reveal(Actor actor, long id) {
    actor.require(Role.PRODUCER, Role.FINANCE);
    SecretDelivery delivery = repository.locked(id);
    Order order = orders.locked(delivery.orderNo());
    if (order.isOwnedBy(actor.accountId())) {
      throw Refusal.forbidden("OWN_ORDER");
    }
    boolean finance = delivery.route() == SecretRoute.TRANSFER_REMARK && actor.has(Role.FINANCE);
    if (!finance && !actor.has(Role.PRODUCER)) {
      throw Refusal.forbidden("ROLE_MISSING");
    }
    String kind = finance ? "SHOWN_FINANCE" : "SHOWN_PRODUCER";
    repository.events(id).stream()
        .filter(event -> event.kind().equals(kind))
        .findFirst()
        .ifPresent(
            shown -> {
              throw Refusal.rule("", "SECRET_SHOWN", shown.actor(), SecretTimes.minute(shown.at()));
            });
    String pin = repository.pin(id);
    if (pin == null) {
      throw Refusal.rule("", "SECRET_CLOSED");
    }
    repository.event(id, clock.instant(), kind, actor);
    record(actor, "secret.shown", delivery);
    return pin;
  }

  /** The small transfer with the PIN in its remark has left. */
  @Transactional
  public void transferred(Actor actor, long id) {
    actor.require(Role.FINANCE);
    SecretDelivery delivery = repository.locked(id);
    if (delivery.route() != SecretRoute.TRANSFER_REMARK) {
      throw Refusal.rule("", "SECRET_OTHER_ROUTE");
    }
    if (delivery.state() != SecretDelivery.State.WAITING) {
      throw Refusal.conflict("SECRET_SENT");
    }
    if (repository.events(id).stream().noneMatch(event -> event.kind().equals("SHOWN_FINANCE"))) {
      throw Refusal.rule("", "SECRET_NOT_SHOWN");
    }
    Instant now = clock.instant();
    repository.sent(id, now);
    repository.event(id, now, "TRANSFERRED", actor);
    record(actor, "secret.transferred", delivery);
    notifications.aboutOrder(orders.locked(delivery.orderNo()), "MSG-85", "MSG-85:" + id, Map.of());
  }

  /**
   * Sends the text message again: three times in all, ten minutes apart.
   *
   * @param actor the applicant himself, or somebody of production
   */
  @Transactional
  public void resend(Actor actor, long id) {
    SecretDelivery delivery = repository.locked(id);
    Order order = orders.visible(actor, delivery.orderNo());
    if (!order.isOwnedBy(actor.accountId())) {
      actor.require(Role.PRODUCER);
    }
    if (!delivery.route().isPhone()) {
      throw Refusal.rule("", "SECRET_OTHER_ROUTE");
    }
    if (delivery.sends() >= MOST_SENDS) {
      throw Refusal.rule("", "SECRET_SENDS_USED", MOST_SENDS);
    }
    Instant last = delivery.lastSentAt();
    if (last != null && last.plus(BETWEEN_SENDS).isAfter(clock.instant())) {
      throw Refusal.rule("", "SECRET_TOO_SOON", SecretTimes.minute(last.plus(BETWEEN_SENDS)));
    }
    send(actor, order, delivery, "RESENT");
  }

  /** Blanks what nobody needs any more, and forgets the messages that carried it. */
  @Transactional
  public int clean(int batch) {
    Instant now = clock.instant();
    List<Long> over = repository.outlived(now.minus(KEPT), batch);
    if (!over.isEmpty()) {
      repository.blank(over);
      over.forEach(id -> repository.event(id, now, "BLANKED", Actor.SYSTEM));
    }
    repository.forgetMessages(List.of("MSG-82", "MSG-83"), now.minus(MESSAGES_KEPT));
    return over.size();
  }

  private void record(Actor actor, String action, SecretDelivery delivery) {
    audit.record(
        actor,
        action,
        "order",
        delivery.orderNo(),
        delivery.hall(),
        "item " + delivery.itemSeq() + ", " + delivery.route());
  }
}
