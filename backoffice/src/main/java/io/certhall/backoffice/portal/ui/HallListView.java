package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;

/** The choice of a hall. */
@Route(value = "halls", layout = MainLayout.class)
@AnonymousAllowed
public class HallListView extends Page {

  private static final long serialVersionUID = 1L;

  HallListView(CurrentHall halls) {
    super(Texts.of("portal.choose"));
    setLead(Texts.of("portal.chooseLead"));
    add(new HallCards(halls.all()));
  }
}
