package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.security.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;

/** The work lists of a member of staff with what waits in each, and what to do next. */
@org.springframework.stereotype.Component
class StaffHome {

  private final List<FeatureNavigation> features;
  private final NextTasks next;

  StaffHome(@Lazy List<FeatureNavigation> features, NextTasks next) {
    this.features = features;
    this.next = next;
  }

  List<Component> blocks(Actor actor) {
    List<NavigationEntry> entries =
        features.stream()
            .flatMap(feature -> feature.entries(actor).stream())
            .filter(entry -> entry.section() != NavigationSection.SERVICES)
            .filter(entry -> entry.view() != HomeView.class)
            .sorted(
                Comparator.comparing(NavigationEntry::section)
                    .thenComparingInt(NavigationEntry::order))
            .toList();
    if (entries.isEmpty()) {
      return List.of(
          new EmptyState(VaadinIcon.COFFEE, Texts.of("home.noWork"), Texts.of("home.noWorkText")));
    }
    Div tiles = new Div();
    tiles.addClassName("work-tiles");
    for (NavigationEntry entry : entries) {
      int number = entry.counter().applyAsInt(actor);
      RouterLink tile = new RouterLink(entry.view());
      tile.addClassNames("card", "work-tile");
      Span count = new Span(Integer.toString(number));
      count.addClassNames("work-count", "num");
      count.setVisible(number > 0);
      tile.add(entry.icon().create(), new Span(Texts.of(entry.labelKey())), count);
      tiles.add(tile);
    }
    return Stream.<Component>concat(Stream.of(tiles), next.card(actor).stream()).toList();
  }
}
