package io.certhall.backoffice.api.organisation;

import io.certhall.processes.organisation.PersonForm;
import org.jspecify.annotations.Nullable;

/** A person as it shall be, and the version that was read. */
record PersonChange(
    @Nullable String name,
    @Nullable String idNo,
    @Nullable String post,
    @Nullable String phone,
    @Nullable Integer version) {

  PersonForm form() {
    return new PersonForm(name, idNo, post, phone);
  }

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "PersonChange[version=" + version + "]";
  }
}
