package io.certhall.backoffice.delivery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.TaskMarks;
import java.time.Instant;

/** Whose order it is and which keys belong to it. */
final class ParcelFacts extends Div {

  private static final long serialVersionUID = 1L;

  ParcelFacts(Parcel parcel, Instant now, String... lines) {
    addClassName("desk-facts");
    Span title = new Span(parcel.task().subject());
    title.addClassName("work-subject");
    add(title);
    for (String line : lines) {
      add(new Span(line));
    }
    Span keys =
        new Span(
            parcel.keys().isEmpty()
                ? Texts.of("staff.delivery.noKeys")
                : Texts.of(
                    "staff.delivery.keys", parcel.keys().size(), String.join("  ", parcel.keys())));
    keys.addClassNames("mono", "small");
    Span number = new Span(parcel.orderNo());
    number.addClassNames("muted", "small", "num");
    Div marks = new Div(number, TaskMarks.age(parcel.task().createdAt(), now));
    TaskMarks.due(parcel.task().dueAt(), now).ifPresent(marks::add);
    marks.addClassName("work-marks");
    add(keys, marks);
  }
}
