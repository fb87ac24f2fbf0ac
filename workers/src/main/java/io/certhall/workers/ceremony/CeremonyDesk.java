package io.certhall.workers.ceremony;

/** Where a person sits at the ceremony: a terminal, or a test. */
public interface CeremonyDesk {

  void say(String line);

  /**
   * Asks for a password without showing it.
   *
   * @return null where nobody can be asked
   */
  char @org.jspecify.annotations.Nullable [] password(String prompt);
}
