package io.certhall.backoffice.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frame around every view: navigation by role, hall, messages, account, language. */
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final transient CurrentActor currentActor;
  private final transient CurrentHall hall;
  private final transient List<FeatureNavigation> features;
  private final TopBar topBar;
  private final Map<NavigationEntry, Span> counters = new LinkedHashMap<>();
  private final Div page = new Div();
  private final HallFooter footer = new HallFooter();
  private final HallMark mark = new HallMark();
  private final Span name = new Span();

  MainLayout(
      CurrentActor currentActor,
      CurrentHall hall,
      List<FeatureNavigation> features,
      TopBar topBar) {
    this.currentActor = currentActor;
    this.hall = hall;
    this.features = features;
    this.topBar = topBar;
    setPrimarySection(Section.NAVBAR);
    Div frame = new Div(page, footer);
    frame.addClassName("frame");
    page.addClassName("frame-page");
    setContent(frame);
    currentActor.find().ifPresentOrElse(this::addNavigation, () -> addClassName("guest"));
    addToNavbar(brand(), topBar);
    showHall();
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    page.getElement().removeAllChildren();
    page.getElement().appendChild(content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    page.getElement().removeAllChildren();
  }

  /** Counters and the bell follow what happened meanwhile. */
  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    event.getActiveChain().stream()
        .filter(OfHall.class::isInstance)
        .flatMap(page -> ((OfHall) page).hallOfPage().stream())
        .forEach(hall::enter);
    showHall();
    refreshCounters();
  }

  /** Also called while a page stays open and work comes in. */
  public void refreshCounters() {
    currentActor
        .find()
        .ifPresent(
            actor -> counters.forEach((entry, badge) -> show(badge, entry.counter(), actor)));
    topBar.refresh();
  }

  private void addNavigation(Actor actor) {
    addToNavbar(toggle());
    Div menu = new Div();
    menu.addClassName("menu");
    for (NavigationSection section : NavigationSection.values()) {
      List<NavigationEntry> entries =
          features.stream()
              .flatMap(feature -> feature.entries(actor).stream())
              .filter(entry -> entry.section() == section)
              .sorted(Comparator.comparingInt(NavigationEntry::order))
              .toList();
      if (!entries.isEmpty()) {
        H2 heading = new H2(Texts.of(section));
        heading.addClassName("menu-heading");
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", Texts.of(section));
        entries.forEach(entry -> nav.addItem(item(entry)));
        menu.add(heading, nav);
      }
    }
    addToDrawer(new Scroller(menu));
  }

  private SideNavItem item(NavigationEntry entry) {
    SideNavItem item =
        new SideNavItem(Texts.of(entry.labelKey()), entry.view(), entry.icon().create());
    item.setMatchNested(entry.view() != HomeView.class);
    Span badge = new Span();
    badge.addClassName("menu-counter");
    badge.setVisible(false);
    item.setSuffixComponent(badge);
    counters.put(entry, badge);
    return item;
  }

  private RouterLink brand() {
    RouterLink home = new RouterLink(HomeView.class);
    home.addClassName("brand");
    name.addClassName("brand-name");
    Span what = new Span(Texts.of("shell.hall"));
    what.addClassName("brand-what");
    home.add(mark, name, what);
    return home;
  }

  /** Name, colour and contacts of the hall the person has chosen; staff serve all of them. */
  private void showHall() {
    boolean staff = currentActor.find().map(Actor::isStaff).orElse(false);
    Optional<PublishedPolicy> chosen = hall.isChosen() && !staff ? hall.find() : Optional.empty();
    var style = UI.getCurrent().getElement().getStyle();
    chosen.ifPresentOrElse(
        open -> style.set("--hall-accent", open.settings().accent()),
        () -> style.remove("--hall-accent"));
    chosen.ifPresentOrElse(open -> mark.show(open.settings()), () -> mark.show("证"));
    name.setText(chosen.map(open -> Texts.of(open.settings().shortName())).orElse("CertHall"));
    footer.show(chosen);
    footer.setVisible(!staff);
    topBar.showHall();
  }

  private static DrawerToggle toggle() {
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(Texts.of("shell.menu"));
    return toggle;
  }

  private static void show(
      Span badge, java.util.function.ToIntFunction<Actor> counter, Actor actor) {
    int number = counter.applyAsInt(actor);
    badge.setText(number > 999 ? "999+" : Integer.toString(number));
    badge.setVisible(number > 0);
  }
}
