package io.certhall.backoffice.shell;

import java.util.Optional;

/** A page about one hall: the frame takes that hall's name, colour and contacts. */
public interface OfHall {

  /** The code of the hall, once the page has been entered. */
  Optional<String> hallOfPage();
}
