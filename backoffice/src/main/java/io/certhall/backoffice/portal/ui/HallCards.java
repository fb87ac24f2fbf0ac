package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.shell.HallMark;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;

/** All halls to choose from: name, monogram in the hall's colour, what it offers. */
public class HallCards extends Div {

  private static final long serialVersionUID = 1L;

  public HallCards(List<PublishedPolicy> halls) {
    addClassName("hall-cards");
    halls.forEach(hall -> add(card(hall.settings())));
  }

  private static RouterLink card(HallSettings hall) {
    RouterLink card = new RouterLink(HallView.class, new RouteParameters("hall", hall.code()));
    card.addClassNames("card", "hall-card");
    card.getStyle().set("--hall-accent", hall.accent());
    Span ca = new Span(Texts.of("portal.ca", hall.ca().organisation()));
    ca.addClassNames("muted", "small");
    Div words = new Div(new H2(Texts.of(hall.name())), ca);
    words.addClassName("hall-card-words");
    Div head = new Div(new HallMark(hall), words);
    head.addClassName("hall-card-head");
    Div services = new Div();
    services.addClassName("chips");
    hall.services().stream()
        .filter(HallSettings.ServiceOffer::enabled)
        .forEach(
            offer -> {
              Span chip = new Span(Texts.of(offer.title()));
              chip.addClassName("chip");
              services.add(chip);
            });
    Span enter = new Span(Texts.of("portal.enter"));
    enter.addClassName("hall-card-enter");
    card.add(head, services, enter);
    return card;
  }
}
