package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.query.TimelineQuery;
import java.util.List;

/** All that happened to an order, the latest first. */
public final class TimelineCard extends Card {

  private static final long serialVersionUID = 1L;

  public TimelineCard(List<TimelineQuery.Entry> entries) {
    super(Texts.of("staff.timeline.title"));
    OrderedList list = new OrderedList();
    list.addClassName("history");
    entries.reversed().forEach(entry -> list.add(item(entry)));
    add(list);
  }

  private static ListItem item(TimelineQuery.Entry entry) {
    Span what =
        new Span(
            entry.kind() == OrderEventKind.ENTERED
                ? Texts.of("staff.timeline.entered", Texts.of(entry.state()))
                : Texts.of(entry.kind()));
    what.addClassName("history-what");
    Span who =
        new Span(
            Times.second(entry.at())
                + " · "
                + (entry.actorName().equals("system")
                    ? Texts.of("staff.timeline.system")
                    : entry.actorName()));
    who.addClassNames("muted", "small");
    Div text = new Div(what, who);
    String note = entry.note();
    if (note != null && !note.isBlank()) {
      Span words = new Span(note);
      words.addClassName("history-note");
      text.add(words);
    }
    return new ListItem(text);
  }
}
