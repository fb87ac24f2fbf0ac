package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.function.Function;

/** The services of a hall with their conditions (GS-21..25). */
class ServiceCards extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * @param entrance what stands at the foot of the card of a service that is open
   */
  ServiceCards(PublishedPolicy hall, Function<HallSettings.ServiceOffer, Component> entrance) {
    addClassName("service-cards");
    for (HallSettings.ServiceOffer offer : hall.settings().services()) {
      Icon icon = icon(offer.code()).create();
      icon.getElement().setAttribute("aria-hidden", "true");
      Div words =
          new Div(new H3(Texts.of(offer.title())), new Paragraph(Texts.of(offer.condition())));
      Component foot = offer.enabled() ? entrance.apply(offer) : new Span(Texts.of("home.notOpen"));
      foot.addClassName("service-foot");
      Div card = new Div(icon, words, foot);
      card.addClassNames("card", "service-card");
      card.setClassName("service-closed", !offer.enabled());
      add(card);
    }
  }

  private static VaadinIcon icon(String service) {
    return switch (service) {
      case "NEW" -> VaadinIcon.PLUS_CIRCLE_O;
      case "RENEW" -> VaadinIcon.TIME_FORWARD;
      case "REPLACE" -> VaadinIcon.COPY_O;
      case "UNLOCK" -> VaadinIcon.UNLOCK;
      case "CHANGE" -> VaadinIcon.EDIT;
      case "ADD_SEAL" -> VaadinIcon.PIN;
      case "EXCHANGE" -> VaadinIcon.EXCHANGE;
      case "REVOKE" -> VaadinIcon.BAN;
      case "REPORT_LOSS" -> VaadinIcon.EXCLAMATION_CIRCLE_O;
      case "CANCEL_LOSS" -> VaadinIcon.CHECK_CIRCLE_O;
      default -> VaadinIcon.FILE_TEXT_O;
    };
  }
}
