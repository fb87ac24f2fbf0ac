package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.seal.HeldSeal;
import io.certhall.processes.seal.SealFreeze;
import io.certhall.processes.seal.SealQuery;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;

/** The holder's seals, each with its picture and the certificate it is bound to. */
@Route(value = "seals", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class SealListView extends Page {

  private static final long serialVersionUID = 1L;

  /** More nobody has. */
  private static final int MOST = 500;

  SealListView(
      SealQuery seals, SealFreeze freeze, PublishedPolicies policies, CurrentActor currentActor) {
    super(Texts.of("seals.title"));
    Actor actor = currentActor.get();
    SealRow.Services services = new SealRow.Services(seals, freeze, actor);
    boolean any = false;
    for (PublishedPolicy hall : policies.active()) {
      Div rows = new Div();
      rows.addClassName("rows");
      seals.page(actor, new SealQuery.Filter(hall.hall(), null, null), null, MOST).stream()
          .filter(seal -> isOwn(actor, seal))
          .sorted(Comparator.comparing(HeldSeal::state).thenComparing(HeldSeal::id))
          .map(seal -> new SealRow(services, hall.settings(), seal))
          .forEach(rows::add);
      if (rows.getComponentCount() > 0) {
        any = true;
        add(new Card(Texts.of(hall.settings().shortName()), rows));
      }
    }
    if (!any) {
      add(new EmptyState(VaadinIcon.PIN, Texts.of("seals.none"), Texts.of("seals.noneText")));
    }
  }

  /** Staff who apply for themselves see their own here. */
  private static boolean isOwn(Actor actor, HeldSeal seal) {
    return seal.accountId() == actor.accountId();
  }
}
