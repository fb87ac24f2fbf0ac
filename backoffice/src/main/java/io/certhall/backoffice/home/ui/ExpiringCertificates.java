package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.certificate.ui.CertificateListView;
import io.certhall.backoffice.certificate.ui.CertificateStatus;
import io.certhall.backoffice.certificate.ui.CertificateView;
import io.certhall.backoffice.certificate.ui.ServiceLink;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.application.CertificateActions.Action;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that need their holder: about to expire, locked or suspended, each with its way out.
 */
@org.springframework.stereotype.Component
class ExpiringCertificates {

  private static final int MOST = 5;

  private final CertificateActions actions;
  private final Clock clock;

  ExpiringCertificates(CertificateActions actions, Clock clock) {
    this.actions = actions;
    this.clock = clock;
  }

  Optional<Card> card(Actor actor, PublishedPolicy hall) {
    Instant now = clock.instant();
    List<HeldCertificate> needing =
        actions.own(actor, hall.hall()).stream()
            .filter(one -> needs(one, hall, now))
            .sorted(Comparator.comparing(HeldCertificate::notAfter))
            .limit(MOST)
            .toList();
    if (needing.isEmpty()) {
      return Optional.empty();
    }
    Div rows = new Div();
    rows.addClassName("rows");
    needing.forEach(one -> rows.add(row(actor, hall, one, now)));
    Card card = new Card(Texts.of("home.certificates"), rows);
    card.addToHead(new RouterLink(Texts.of("home.allCertificates"), CertificateListView.class));
    return Optional.of(card);
  }

  private static boolean needs(HeldCertificate one, PublishedPolicy hall, Instant now) {
    return one.state() == CertificateState.LOCKED
        || one.state() == CertificateState.SUSPENDED
        || (one.state() == CertificateState.NORMAL
            && CertificateStatus.isExpiring(one.notAfter(), hall.settings(), now));
  }

  private Div row(Actor actor, PublishedPolicy hall, HeldCertificate one, Instant now) {
    RouterLink link =
        new RouterLink(one.commonName(), CertificateView.class, CertificateView.of(one.serial()));
    link.addClassName("row-title");
    Span until =
        new Span(
            Texts.of(
                "home.until",
                Texts.of(hall.settings().certificateType(one.type().name()).label()),
                Times.day(one.notAfter())));
    until.addClassNames("muted", "small");
    Div words = new Div(link, until, CertificateStatus.badge(one, hall.settings(), now));
    words.addClassName("row-words");
    Div buttons = new Div();
    buttons.addClassName("row-actions");
    actions.of(actor, hall, one).stream()
        .filter(action -> action.obstacle().isEmpty())
        .filter(action -> fits(one, action.service()))
        .limit(2)
        .forEach(action -> buttons.add(button(hall, one, action)));
    Div row = new Div(words, buttons);
    row.addClassName("row");
    return row;
  }

  /** What helps in this state; the rest is on the certificate's page. */
  private static boolean fits(HeldCertificate one, Service service) {
    return switch (one.state()) {
      case LOCKED -> service == Service.UNLOCK;
      case SUSPENDED -> service == Service.CANCEL_LOSS || service == Service.REPLACE;
      default -> service == Service.RENEW;
    };
  }

  private static Button button(PublishedPolicy hall, HeldCertificate one, Action action) {
    Button button =
        new Button(
            Texts.of(action.offer().title()),
            click -> ServiceLink.go(hall.hall(), action.offer(), List.of(one.serial())));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }
}
