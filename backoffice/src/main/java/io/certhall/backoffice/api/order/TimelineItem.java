package io.certhall.backoffice.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.backoffice.api.ApiTexts;
import io.certhall.backoffice.api.Language;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.TimelineQuery.Entry;
import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of an order.
 *
 * @param state the state the order was in afterwards
 * @param label what happened, in the reader's language
 * @param step the step of the policy's diagram it belongs to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineItem(
    Instant at,
    OrderEventKind kind,
    OrderState state,
    String label,
    String stateLabel,
    String actor,
    @Nullable String note,
    int round,
    @Nullable String step) {

  static TimelineItem of(Entry entry, Language language) {
    String stateLabel = ApiTexts.text("state." + entry.state(), language);
    return new TimelineItem(
        entry.at(),
        entry.kind(),
        entry.state(),
        entry.kind() == OrderEventKind.ENTERED
            ? stateLabel
            : ApiTexts.text("event." + entry.kind(), language),
        stateLabel,
        entry.actorName().equals(Actor.SYSTEM.name())
            ? ApiTexts.text("actor.system", language)
            : entry.actorName(),
        note(entry, language),
        entry.round(),
        entry.elementId());
  }

  /** Some notes are codes: why the hall closed the order, how the payer wants to pay. */
  private static @Nullable String note(Entry entry, Language language) {
    String note = entry.note();
    if (note == null) {
      return null;
    }
    return switch (entry.kind()) {
      case CLOSED -> RefusalTexts.text(note, List.of(), language.locale());
      case PAYMENT_OPENED -> ApiTexts.text("method." + note, language);
      default -> note;
    };
  }
}
