package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** The holder's seals with the certificate each is bound to. */
@Route(value = "seals", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class SealListView extends Page {

  private static final long serialVersionUID = 1L;

  SealListView(
      CertificateActions actions,
      PublishedPolicies policies,
      Clock clock,
      CurrentActor currentActor) {
    super(Texts.of("seals.title"));
    Actor actor = currentActor.get();
    boolean any = false;
    for (PublishedPolicy hall : policies.active()) {
      Div rows = new Div();
      rows.addClassName("rows");
      for (HeldCertificate certificate : actions.own(actor, hall.hall())) {
        for (String seal : certificate.seals()) {
          rows.add(row(hall, certificate, seal, clock));
        }
      }
      if (rows.getComponentCount() > 0) {
        any = true;
        add(new Card(Texts.of(hall.settings().shortName()), rows));
      }
    }
    if (!any) {
      add(new EmptyState(VaadinIcon.PIN, Texts.of("seals.none"), Texts.of("seals.noneText")));
    }
  }

  private static Div row(
      PublishedPolicy hall, HeldCertificate certificate, String seal, Clock clock) {
    Span name = new Span(Texts.of(hall.settings().sealLabel(seal)));
    name.addClassName("row-title");
    RouterLink on =
        new RouterLink(
            Texts.of("seals.on", certificate.commonName(), Times.day(certificate.notAfter())),
            CertificateView.class,
            CertificateView.of(certificate.serial()));
    on.addClassName("small");
    Div words = new Div(name, on);
    words.addClassName("row-words");
    Div row =
        new Div(words, CertificateStatus.badge(certificate, hall.settings(), clock.instant()));
    row.addClassName("row");
    return row;
  }
}
