package io.certhall.backoffice.secret.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.Order;
import io.certhall.processes.secret.SecretDeliveries;
import io.certhall.processes.secret.SecretDelivery;
import io.certhall.processes.secret.SecretRoute;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On an order's page: by which way its PINs come, never the PINs. */
@org.springframework.stereotype.Component
public class SecretPanels {

  private final SecretDeliveries deliveries;

  SecretPanels(SecretDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  public Optional<Component> of(Actor actor, Order order) {
    List<SecretDelivery> found = deliveries.of(actor, order.orderNo());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Card card = new Card(Texts.of("secret.card"));
    card.addClassName("rows");
    found.forEach(delivery -> card.add(row(actor, order, delivery)));
    return Optional.of(card);
  }

  private Div row(Actor actor, Order order, SecretDelivery delivery) {
    Span way = new Span(Texts.of("secret.way." + delivery.route(), delivery.recipient()));
    Span facts =
        new Span(
            Stream.of(
                    Objects.requireNonNullElse(delivery.mediumSerial(), ""),
                    Times.minute(delivery.lastSentAt()),
                    delivery.mustChange() ? Texts.of("secret.mustChange") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    facts.addClassNames("muted", "small");
    Div words = new Div(way, facts);
    words.addClassName("row-words");
    Div row = new Div(words);
    row.addClassName("row");
    boolean phone =
        delivery.route() == SecretRoute.SMS_OPERATOR || delivery.route() == SecretRoute.SMS_HOLDER;
    if (phone
        && order.isOwnedBy(actor.accountId())
        && delivery.state() == SecretDelivery.State.SENT) {
      row.add(
          ActionButton.tertiary(
              Texts.of("secret.resend"),
              () -> {
                deliveries.resend(actor, delivery.id());
                Refusals.showSuccess(Texts.of("secret.resent"));
              }));
    }
    return row;
  }
}
