package io.certhall.backoffice.shell;

import io.certhall.processes.security.Actor;
import java.util.List;

/** What a feature adds to the navigation; one bean {@code <Feature>Navigation} per feature. */
public interface FeatureNavigation {

  /** The lines this person needs; the views check rights themselves. */
  List<NavigationEntry> entries(Actor actor);
}
