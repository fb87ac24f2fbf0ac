package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.certificate.CertificateHistory;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One certificate and its twin, with the files to take away. */
@Route(value = "certificates/:serial", layout = MainLayout.class)
@PermitAll
public class CertificateView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient CertificateQuery certificates;
  private final transient CertificateActions actions;
  private final transient CertificateHistory history;
  private final transient PublishedPolicies policies;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Div content = new Div();

  CertificateView(
      CertificateQuery certificates,
      CertificateActions actions,
      CertificateHistory history,
      PublishedPolicies policies,
      Clock clock,
      CurrentActor currentActor) {
    super("");
    this.certificates = certificates;
    this.actions = actions;
    this.history = history;
    this.policies = policies;
    this.clock = clock;
    this.actor = currentActor.get();
    content.addClassName("stack");
    add(content);
  }

  public static RouteParameters of(String serial) {
    return new RouteParameters("serial", serial);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    CertificateRow row =
        certificates.get(actor, event.getRouteParameters().get("serial").orElseThrow());
    PublishedPolicy hall = policies.active(row.hall());
    HeldCertificate held =
        Optional.ofNullable(actions.known(List.of(row.serial())).get(row.serial())).orElseThrow();
    setHeading(row.commonName());
    setLead(
        Texts.of(
            "certificate.lead",
            Texts.of(hall.settings().certificateType(row.type().name()).label()),
            Texts.of(hall.settings().shortName())));
    List<String> seals =
        held.seals().stream().map(code -> Texts.of(hall.settings().sealLabel(code))).toList();
    FactList facts =
        new FactList()
            .fact(
                Texts.of("certificate.state"),
                CertificateStatus.badge(held, hall.settings(), clock.instant()))
            .fact(
                Texts.of("certificate.validityLabel"),
                Texts.of(
                    "certificate.validity", Times.day(row.notBefore()), Times.day(row.notAfter())))
            .fact(Texts.of("certificate.medium"), row.mediumSerial())
            .fact(Texts.of("certificate.seals"), String.join(Texts.isEnglish() ? ", " : "、", seals))
            .fact(Texts.of("certificate.issuedAt"), Times.minute(row.issuedAt()))
            .fact(
                Texts.of("orders.number"),
                new RouterLink(row.orderNo(), OrderView.class, OrderView.of(row.orderNo())));
    if (hall.settings().locks().mainAndSecondary()) {
      facts.fact(
          Texts.of("lock.role"), Texts.of(held.secondaryLock() ? "lock.secondary" : "lock.main"));
    }
    content.removeAll();
    content.add(new Card(Texts.of("certificate.facts"), facts));
    if (held.accountId() == actor.accountId()) {
      content.add(
          new CertificateActionsCard(hall.hall(), held.serial(), actions.of(actor, hall, held)));
    }
    content.add(
        new Card(
            Texts.of("certificate.history"),
            new CertificateEvents(history.of(actor, row.serial()))),
        file(row),
        file(certificates.get(actor, row.pairSerial())));
  }

  private Card file(CertificateRow row) {
    Span subject = new Span(row.subject());
    subject.addClassName("mono");
    Span issuer = new Span(row.issuer());
    issuer.addClassName("mono");
    Span serial = new Span(row.serial());
    serial.addClassName("mono");
    Card card =
        new Card(
            Texts.of("certificate.usage." + row.keyUsage()),
            new FactList()
                .fact(Texts.of("certificate.serial"), serial)
                .fact(Texts.of("certificate.subject"), subject)
                .fact(Texts.of("certificate.issuer"), issuer));
    card.addToHead(
        Downloads.save(
            Texts.of("certificate.pem"),
            () ->
                new Downloads.File(
                    row.serial() + ".pem",
                    "application/x-pem-file",
                    certificates.pem(actor, row.serial()).getBytes(StandardCharsets.US_ASCII))));
    return card;
  }
}
