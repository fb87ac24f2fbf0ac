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
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** One certificate and its twin, with the files to take away. */
@Route(value = "certificates/:serial", layout = MainLayout.class)
@PermitAll
public class CertificateView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient CertificateQuery certificates;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Div content = new Div();

  CertificateView(CertificateQuery certificates, Clock clock, CurrentActor currentActor) {
    super("");
    this.certificates = certificates;
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
    setHeading(row.commonName());
    setLead(Texts.of(row.type()));
    List<String> seals = certificates.seals(row.serial());
    FactList facts =
        new FactList()
            .fact(Texts.of("certificate.state"), CertificateStatus.badge(row, clock.instant()))
            .fact(
                Texts.of("certificate.validityLabel"),
                Texts.of(
                    "certificate.validity", Times.day(row.notBefore()), Times.day(row.notAfter())))
            .fact(Texts.of("certificate.medium"), row.mediumSerial())
            .fact(Texts.of("certificate.seals"), String.join("、", seals))
            .fact(Texts.of("certificate.issuedAt"), Times.minute(row.issuedAt()))
            .fact(
                Texts.of("orders.number"),
                new RouterLink(row.orderNo(), OrderView.class, OrderView.of(row.orderNo())));
    content.removeAll();
    content.add(
        new Card(Texts.of("certificate.facts"), facts),
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
