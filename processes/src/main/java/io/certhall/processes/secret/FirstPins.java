package io.certhall.processes.secret;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.certificate.KeyGrants;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first PIN on its way onto the key: sealed to the agent, seen by nobody at the desk. */
@Service
public class FirstPins {

  private final SecretRepository repository;
  private final Orders orders;
  private final KeyGrants grants;
  private final AuditLog audit;
  private final Clock clock;

  FirstPins(
      SecretRepository repository, Orders orders, KeyGrants grants, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.orders = orders;
    this.grants = grants;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return empty where the order brings no new key or its PIN was blanked: the key keeps the PIN
   *     it was prepared with
   * @throws Refusal FORBIDDEN OWN_ORDER
   */
  @Transactional
  public Optional<KeyGrants.Grant> grant(
      Actor actor, String orderNo, int itemSeq, String transportKey) {
    actor.require(Role.PRODUCER);
    Order order = orders.locked(orderNo);
    if (order.isOwnedBy(actor.accountId())) {
      throw Refusal.forbidden("OWN_ORDER");
    }
    SecretDelivery delivery =
        repository.ofOrder(orderNo).stream()
            .filter(one -> one.itemSeq() == itemSeq && one.mediumSerial() != null)
            .findFirst()
            .orElse(null);
    String pin = delivery == null ? null : repository.pin(delivery.id());
    if (delivery == null || pin == null) {
      return Optional.empty();
    }
    String medium = String.valueOf(delivery.mediumSerial());
    repository.event(delivery.id(), clock.instant(), "SEALED", actor);
    audit.record(actor, "secret.sealed", "order", orderNo, order.hall(), "item " + itemSeq);
    return Optional.of(grants.firstPin(actor, order.hall(), medium, pin, transportKey));
  }
}
