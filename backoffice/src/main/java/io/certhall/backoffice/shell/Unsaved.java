package io.certhall.backoffice.shell;

/** A page with something typed that is not stored yet; stores it before the page is reloaded. */
public interface Unsaved {

  void store();
}
