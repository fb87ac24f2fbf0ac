package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.Cause;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.refusal.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why: what happened, when, in the applicant's words. */
class StatementFields extends Div {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  private final Select<Cause> cause = new Select<>();
  private final DateTimePicker at = new DateTimePicker(Texts.of("statement.causeAt"));
  private final TextArea text = new TextArea(Texts.of("statement.text"));

  StatementFields(FieldErrors errors, List<Cause> causes, @Nullable StatementForm given) {
    addClassName("fields");
    cause.setLabel(Texts.of("statement.cause"));
    cause.setItems(causes);
    cause.setItemLabelGenerator(Texts::of);
    cause.setRequiredIndicatorVisible(true);
    cause.setPlaceholder(Texts.of("draft.choose"));
    errors.bind("statement.cause", cause);
    errors.bind("statement.causeAt", at);
    errors.bind("statement.text", text);
    at.setLocale(Texts.locale());
    at.setHelperText(Texts.of("statement.causeAtHelp"));
    text.setMaxLength(LONGEST);
    text.addClassName("wide");
    add(cause, at, text);
    if (given != null) {
      cause.setValue(causes.contains(given.cause()) ? given.cause() : null);
      Instant when = given.causeAt();
      at.setValue(when == null ? null : when.atZone(Times.ZONE).toLocalDateTime());
      text.setValue(given.text() == null ? "" : given.text());
    } else if (causes.size() == 1) {
      cause.setValue(causes.getFirst());
    }
  }

  @Nullable StatementForm form() {
    String words = text.getValue().strip();
    Instant when = at.getValue() == null ? null : at.getValue().atZone(Times.ZONE).toInstant();
    return cause.isEmpty() && when == null && words.isEmpty()
        ? null
        : new StatementForm(cause.getValue(), when, words.isEmpty() ? null : words);
  }

  List<Problem> problems() {
    return cause.isEmpty() ? List.of(Problem.of("statement.cause", "FIELD_REQUIRED")) : List.of();
  }
}
