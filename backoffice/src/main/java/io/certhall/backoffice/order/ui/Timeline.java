package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.query.TimelineQuery.Entry;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.security.Actor;
import java.util.Arrays;
import java.util.List;

/** All that happened to an order, the newest on top. */
class Timeline extends OrderedList {

  private static final long serialVersionUID = 1L;

  Timeline(List<Entry> entries) {
    addClassName("timeline");
    entries.reversed().forEach(entry -> add(item(entry)));
  }

  private static ListItem item(Entry entry) {
    Span what = new Span(what(entry));
    what.addClassName("row-title");
    String who =
        entry.actorName().equals(Actor.SYSTEM.name())
            ? Texts.of("order.system")
            : entry.actorName();
    Span when = new Span(Times.second(entry.at()) + "　" + who);
    when.addClassNames("muted", "small", "num");
    ListItem item = new ListItem(what, when);
    String note = note(entry);
    if (!note.isEmpty()) {
      Div words = new Div(note);
      words.addClassName("timeline-note");
      item.add(words);
    }
    return item;
  }

  private static String what(Entry entry) {
    return entry.kind() == OrderEventKind.ENTERED
        ? Texts.of("order.entered", Texts.of(entry.state()))
        : Texts.of(entry.kind());
  }

  private static String note(Entry entry) {
    String note = entry.note() == null ? "" : entry.note();
    return entry.kind() == OrderEventKind.PAYMENT_OPENED
        ? Arrays.stream(PaymentMethod.values())
            .filter(method -> method.name().equals(note))
            .findFirst()
            .map(Texts::of)
            .orElse(note)
        : note;
  }
}
