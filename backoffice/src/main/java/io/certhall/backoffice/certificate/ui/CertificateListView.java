package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The holder's certificates, one row per pair. */
@Route(value = "certificates", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class CertificateListView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  private final transient CertificateQuery certificates;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Card rows = new Card();

  CertificateListView(CertificateQuery certificates, Clock clock, CurrentActor currentActor) {
    super(Texts.of("certificates.title"));
    this.certificates = certificates;
    this.clock = clock;
    this.actor = currentActor.get();
    rows.addClassName("rows");
    if (addPage(null)) {
      add(rows);
    } else {
      add(
          new EmptyState(
              VaadinIcon.DIPLOMA,
              Texts.of("certificates.none"),
              Texts.of("certificates.noneText"),
              ActionButton.primary(
                  Texts.of("orders.new"), () -> UI.getCurrent().navigate(HomeView.class))));
    }
  }

  private boolean addPage(@Nullable String after) {
    List<CertificateRow> page =
        certificates.page(actor, CertificateQuery.Filter.SIGNING, after, PAGE);
    page.forEach(row -> rows.add(row(row)));
    if (page.size() == PAGE) {
      ActionButton more = ActionButton.tertiary(Texts.of("shell.more"), () -> {});
      more.addClickListener(
          click -> {
            rows.remove(more);
            addPage(page.getLast().serial());
          });
      rows.add(more);
    }
    return !page.isEmpty();
  }

  private Div row(CertificateRow row) {
    RouterLink link =
        new RouterLink(row.commonName(), CertificateView.class, CertificateView.of(row.serial()));
    link.addClassName("row-title");
    Span facts =
        new Span(
            Texts.of(
                "certificates.row",
                Texts.of(row.type()),
                Times.day(row.notBefore()),
                Times.day(row.notAfter())));
    facts.addClassNames("muted", "small");
    Span serial = new Span(row.serial());
    serial.addClassNames("muted", "mono");
    Div words = new Div(link, facts, serial);
    words.addClassName("row-words");
    Div line = new Div(words, CertificateStatus.badge(row, clock.instant()));
    line.addClassName("row");
    return line;
  }
}
