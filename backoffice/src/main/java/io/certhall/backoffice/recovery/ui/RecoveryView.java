package io.certhall.backoffice.recovery.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.recovery.KeyRecoveries;
import io.certhall.processes.recovery.KeyRecovery;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Key recoveries: one officer asks, others approve. */
@Route(value = "work/recovery", layout = MainLayout.class)
@RolesAllowed({"KEY_OFFICER", "AUDITOR"})
@StyleSheet("staff.css")
public class RecoveryView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private final transient Actor actor;
  private final transient KeyRecoveries recoveries;
  private final Div list = new Div();

  RecoveryView(CurrentActor currentActor, KeyRecoveries recoveries) {
    super(Texts.of("recovery.title"));
    this.actor = currentActor.get();
    this.recoveries = recoveries;
    setLead(Texts.of("recovery.lead"));
    addAction(ActionButton.tertiary(Texts.of("shell.refresh"), this::refresh));
    if (actor.has(Role.KEY_OFFICER)) {
      add(new RecoveryRequestForm(actor, recoveries, this::refresh));
    }
    list.addClassName("stack");
    add(list);
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<KeyRecovery> all = recoveries.list(actor, MOST);
    if (all.isEmpty()) {
      list.add(
          new EmptyState(
              VaadinIcon.KEY_O, Texts.of("recovery.none"), Texts.of("recovery.noneText")));
    }
    all.forEach(one -> list.add(new RecoveryCard(actor, recoveries, one, this::refresh)));
  }
}
