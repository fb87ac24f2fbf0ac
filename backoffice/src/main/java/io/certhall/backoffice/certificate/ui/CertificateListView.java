package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The holder's certificates, one row per pair; several can go into one application (GS-29). */
@Route(value = "certificates", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class CertificateListView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient CertificateActions actions;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Div bar = new Div();
  private final transient Set<HeldCertificate> ticked = new LinkedHashSet<>();
  private final transient Optional<PublishedPolicy> hall;

  CertificateListView(
      CertificateActions actions,
      PublishedPolicies policies,
      CurrentHall currentHall,
      Clock clock,
      CurrentActor currentActor) {
    super(Texts.of("certificates.title"));
    this.actions = actions;
    this.clock = clock;
    this.actor = currentActor.get();
    this.hall = currentHall.isChosen() ? currentHall.find() : Optional.empty();
    bar.addClassNames("buttons", "selection-bar");
    List<PublishedPolicy> shown = new ArrayList<>();
    hall.ifPresent(shown::add);
    policies.active().stream()
        .filter(other -> hall.map(chosen -> !chosen.hall().equals(other.hall())).orElse(true))
        .forEach(shown::add);
    boolean any = false;
    for (PublishedPolicy policy : shown) {
      List<HeldCertificate> own = new ArrayList<>(actions.own(actor, policy.hall()));
      own.sort(Comparator.comparing(HeldCertificate::notAfter));
      if (!own.isEmpty()) {
        any = true;
        add(card(policy, own));
      }
    }
    if (!any) {
      add(
          new EmptyState(
              VaadinIcon.DIPLOMA,
              Texts.of("certificates.none"),
              Texts.of("certificates.noneText"),
              ActionButton.primary(
                  Texts.of("orders.new"), () -> UI.getCurrent().navigate(HomeView.class))));
    }
    showBar();
  }

  private Card card(PublishedPolicy policy, List<HeldCertificate> own) {
    boolean here = hall.map(chosen -> chosen.hall().equals(policy.hall())).orElse(false);
    Div rows = new Div();
    rows.addClassName("rows");
    own.forEach(certificate -> rows.add(row(policy, certificate, here)));
    Card card = new Card(Texts.of(policy.settings().shortName()), rows);
    if (here) {
      card.add(bar);
    }
    return card;
  }

  private Div row(PublishedPolicy policy, HeldCertificate certificate, boolean selectable) {
    HallSettings settings = policy.settings();
    RouterLink link =
        new RouterLink(
            certificate.commonName(),
            CertificateView.class,
            CertificateView.of(certificate.serial()));
    link.addClassName("row-title");
    Div facts =
        new Div(
            new Span(Texts.of(settings.certificateType(certificate.type().name()).label())),
            new Span(Texts.of("certificates.until", Times.day(certificate.notAfter()))));
    facts.addClassNames("muted", "small", "pick-facts");
    if (settings.locks().mainAndSecondary()) {
      facts.add(new Span(Texts.of(certificate.secondaryLock() ? "lock.secondary" : "lock.main")));
    }
    if (certificate.mediumSerial() != null) {
      facts.add(new Span(Texts.of("certificates.key", certificate.mediumSerial())));
    }
    Span serial = new Span(certificate.serial());
    serial.addClassNames("muted", "mono");
    Div words = new Div(link, facts, serial);
    words.addClassName("row-words");
    Div line = new Div();
    line.addClassNames("row", "certificate-row");
    if (selectable) {
      Checkbox box = new Checkbox();
      box.setAriaLabel(Texts.of("certificates.tick", certificate.commonName()));
      box.addValueChangeListener(
          change -> {
            if (change.getValue()) {
              ticked.add(certificate);
            } else {
              ticked.remove(certificate);
            }
            showBar();
          });
      line.add(box);
    }
    line.add(words, CertificateStatus.badge(certificate, settings, clock.instant()));
    return line;
  }

  /** Services that take several certificates at once, for those that are ticked. */
  private void showBar() {
    bar.removeAll();
    bar.setVisible(hall.isPresent());
    if (hall.isEmpty()) {
      return;
    }
    PublishedPolicy policy = hall.get();
    bar.add(new Span(Texts.of("certificates.ticked", ticked.size())));
    for (HallSettings.ServiceOffer offer : policy.settings().services()) {
      if (offer.enabled() && offer.certificate() && offer.multiple()) {
        ActionButton button = new ActionButton(Texts.of(offer.title()), () -> begin(policy, offer));
        button.setEnabled(!ticked.isEmpty());
        bar.add(button);
      }
    }
    bar.setVisible(bar.getComponentCount() > 1);
  }

  private void begin(PublishedPolicy policy, HallSettings.ServiceOffer offer) {
    Service service = Service.valueOf(offer.code());
    for (HeldCertificate certificate : ticked) {
      Optional<Problem> obstacle = actions.obstacle(actor, policy, service, certificate, "");
      if (obstacle.isPresent()) {
        Refusals.showError(
            Texts.of(
                "certificates.cannot",
                certificate.commonName(),
                Texts.of(offer.title()),
                Texts.of(obstacle.get())));
        return;
      }
    }
    ServiceLink.go(policy.hall(), offer, ticked.stream().map(HeldCertificate::serial).toList());
  }
}
