package io.certhall.backoffice.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.identity.PhoneAddress;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityPhotos;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What other pages show of the identity check: the code for the owner, pictures for reviewers. */
@org.springframework.stereotype.Component
public class IdentityPanels {

  private final IdentityChecks checks;
  private final IdentityPhotos photos;
  private final PhoneAddress phones;

  IdentityPanels(IdentityChecks checks, IdentityPhotos photos, PhoneAddress phones) {
    this.checks = checks;
    this.photos = photos;
    this.phones = phones;
  }

  /** The way to the phone, on the page of an order that waits for its owner's check. */
  public Optional<Component> invitation(Actor actor, Order order) {
    return order.state() == OrderState.IDENTITY_PENDING && order.isOwnedBy(actor.accountId())
        ? Optional.of(new IdentityCard(checks, phones, actor, order.orderNo()))
        : Optional.empty();
  }

  /** Both sides of the identity card, for a reviewer while they are kept. */
  public Optional<Component> pictures(Actor actor, Order order) {
    if (!actor.has(Role.REVIEWER) || order.isOwnedBy(actor.accountId())) {
      return Optional.empty();
    }
    Set<IdentitySide> sides = photos.sides(actor, order.orderNo());
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    Div links = new Div();
    links.addClassName("buttons");
    sides.stream()
        .sorted(Comparator.naturalOrder())
        .forEach(
            side ->
                links.add(
                    Downloads.view(
                        Texts.of("identity.look." + side),
                        () -> {
                          StoredFile file = photos.open(actor, order.orderNo(), side);
                          return new Downloads.File(
                              file.fileName(), file.mediaType(), file.content());
                        })));
    Div hint = new Div(Texts.of("identity.lookHint"));
    hint.addClassNames("muted", "small");
    return Optional.of(new Card(Texts.of("identity.pictures"), links, hint));
  }
}
