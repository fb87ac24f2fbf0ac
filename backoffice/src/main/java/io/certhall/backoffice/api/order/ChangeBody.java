package io.certhall.backoffice.api.order;

import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.refusal.FormCheck;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a CHANGE changes; quotes need the kinds only. */
public record ChangeBody(
    @Nullable List<@Nullable ChangeKind> kinds,
    @Nullable String newName,
    @Nullable String newLegalRep,
    @Nullable String newLegalRepIdNo,
    @Nullable String note) {

  private static final int TEXT = 200;
  private static final int NOTE = 1000;

  public List<ChangeKind> knownKinds() {
    return kinds == null
        ? List.of()
        : kinds.stream().filter(Objects::nonNull).distinct().sorted().toList();
  }

  ChangeForm form(FormCheck check) {
    return new ChangeForm(
        knownKinds(),
        check.optionalText("change.newName", newName, TEXT),
        check.optionalText("change.newLegalRep", newLegalRep, TEXT),
        check.optionalText("change.newLegalRepIdNo", newLegalRepIdNo, TEXT),
        check.optionalText("change.note", note, NOTE));
  }
}
