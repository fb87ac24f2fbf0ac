package io.certhall.processes.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked: do these belong together?
 *
 * @param phone asked too where it is known: the telecom operator's record of it
 */
public record IdentityQuestion(String name, String idNo, @Nullable String phone) {

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "IdentityQuestion[" + (phone == null ? "two" : "three") + " elements]";
  }
}
