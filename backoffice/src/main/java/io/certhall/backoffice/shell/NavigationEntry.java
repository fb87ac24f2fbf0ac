package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.processes.security.Actor;
import java.util.function.ToIntFunction;

/**
 * One line of the navigation.
 *
 * @param order within the section, ascending
 * @param labelKey key of its words
 * @param counter what waits behind it; 0 shows nothing
 */
public record NavigationEntry(
    NavigationSection section,
    int order,
    String labelKey,
    VaadinIcon icon,
    Class<? extends Component> view,
    ToIntFunction<Actor> counter) {

  public NavigationEntry(
      NavigationSection section,
      int order,
      String labelKey,
      VaadinIcon icon,
      Class<? extends Component> view) {
    this(section, order, labelKey, icon, view, actor -> 0);
  }
}
