package io.certhall.backoffice.api.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.organisation.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * A person as the API shows it.
 *
 * @param personId goes into an order's items; the same as {@code id}
 * @param idNo masked, as is the phone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonBody(
    String id,
    String personId,
    String name,
    String idNo,
    String post,
    @Nullable String phone,
    int version) {

  static PersonBody of(PersonView view) {
    String id = Long.toString(view.id());
    return new PersonBody(
        id, id, view.name(), view.idNo(), view.post(), view.phone(), view.version());
  }
}
