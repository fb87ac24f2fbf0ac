package io.certhall.processes.organisation;

import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.identifier.ResidentId;
import org.jspecify.annotations.Nullable;

/** A person of an organisation, with everything in clear. */
public record Person(
    long id,
    long organisationId,
    String name,
    ResidentId idNo,
    String post,
    @Nullable MobilePhone phone,
    int version) {

  public PersonView masked() {
    return new PersonView(
        id, name, idNo.masked(), post, phone == null ? null : phone.masked(), version);
  }
}
