package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.help.ui.HelpView;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicy;

/** A public page of one hall; opening it chooses the hall. */
public abstract class HallPage extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient CurrentHall currentHall;
  private final Div tabs = new Div();
  private final Div content = new Div();

  protected HallPage(CurrentHall currentHall) {
    super("");
    this.currentHall = currentHall;
    content.addClassName("stack");
    add(tabs, content);
  }

  /** Fills the page anew. */
  protected abstract void show(PublishedPolicy hall, Div content, RouteParameters parameters);

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String code = event.getRouteParameters().get("hall").orElseThrow();
    currentHall.choose(code);
    tabs.removeAll();
    tabs.add(tabs(code));
    content.removeAll();
    show(currentHall.get(), content, event.getRouteParameters());
  }

  private static Nav tabs(String hall) {
    Nav nav = new Nav();
    nav.addClassName("portal-tabs");
    nav.getElement().setAttribute("aria-label", Texts.of("portal.tabs"));
    RouteParameters here = new RouteParameters("hall", hall);
    RouterLink services = new RouterLink(Texts.of("portal.services"), HallView.class, here);
    services.setHighlightCondition(HighlightConditions.sameLocation());
    RouterLink help = new RouterLink(Texts.of("portal.help"), HelpView.class, here);
    help.setHighlightCondition(HighlightConditions.locationPrefix());
    nav.add(
        services,
        new RouterLink(Texts.of("portal.prices"), PricesView.class, here),
        new RouterLink(Texts.of("portal.materials"), PapersView.class, here),
        help,
        new RouterLink(Texts.of("portal.status"), StatusView.class));
    return nav;
  }
}
