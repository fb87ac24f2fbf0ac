package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.home.ui.GuestHome;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicy;

/** A hall's own page: services with their conditions, how it goes, how to reach it. */
@Route(value = "halls/:hall", layout = MainLayout.class)
@AnonymousAllowed
public class HallView extends HallPage {

  private static final long serialVersionUID = 1L;

  private final transient GuestHome blocks;

  HallView(CurrentHall currentHall, GuestHome blocks) {
    super(currentHall);
    this.blocks = blocks;
  }

  @Override
  protected void show(PublishedPolicy hall, Div content, RouteParameters parameters) {
    setHeading(Texts.of(hall.settings().name()));
    setLead(Texts.of("home.guestLead"));
    content.add(new H2(Texts.of("home.services")));
    blocks.blocks(hall).forEach(content::add);
  }
}
