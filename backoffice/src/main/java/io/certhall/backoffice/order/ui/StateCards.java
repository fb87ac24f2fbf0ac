package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import io.certhall.backoffice.order.ui.OrderSections.Shown;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;
import java.util.Optional;

/** What the owner does on the order's page in states that need more than a button. */
@org.springframework.stereotype.Component
class StateCards {

  private final InboundDesk inbound;
  private final UpdateCard.Parts update;
  private final OrderChangeBroadcaster broadcaster;

  StateCards(InboundDesk inbound, UpdateCard.Parts update, OrderChangeBroadcaster broadcaster) {
    this.inbound = inbound;
    this.update = update;
    this.broadcaster = broadcaster;
  }

  Optional<Component> of(Actor actor, Shown shown) {
    Order order = shown.order();
    if (!order.isOwnedBy(actor.accountId())) {
      return Optional.empty();
    }
    return switch (order.state()) {
      case KEY_INBOUND ->
          Optional.of(
              new SendInCard(
                  inbound,
                  actor,
                  order,
                  shown.policy().settings(),
                  () -> broadcaster.changed(order.orderNo())));
      case UPDATE_PENDING, UPDATE_FAILED -> Optional.of(new UpdateCard(update, actor, shown));
      default -> Optional.empty();
    };
  }
}
