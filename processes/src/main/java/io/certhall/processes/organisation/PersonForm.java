package io.certhall.processes.organisation;

import org.jspecify.annotations.Nullable;

/** A person as the organisation enters it (GS-19); anything may be missing, the phone for good. */
public record PersonForm(
    @Nullable String name, @Nullable String idNo, @Nullable String post, @Nullable String phone) {

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "PersonForm[post=" + post + "]";
  }
}
