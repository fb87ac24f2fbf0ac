package io.certhall.backoffice.shell;

/** Groups of the navigation, in this order; words under {@code NavigationSection.<name>}. */
public enum NavigationSection {
  SERVICES,
  WORK,
  ADMINISTRATION
}
