package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.certificate.CertificateHistory.Event;
import java.util.List;

/** What became of a certificate, newest first. */
class CertificateEvents extends OrderedList {

  private static final long serialVersionUID = 1L;

  CertificateEvents(List<Event> events) {
    addClassName("timeline");
    for (Event event : events.reversed()) {
      Span what =
          new Span(
              Texts.of(
                  "certificate.move",
                  Texts.of(event.move()),
                  Texts.of("CertificateState." + event.to())));
      Span when = new Span(Times.minute(event.at()));
      when.addClassNames("muted", "small");
      ListItem item = new ListItem(what, when);
      if (event.orderNo() != null) {
        RouterLink order =
            new RouterLink(event.orderNo(), OrderView.class, OrderView.of(event.orderNo()));
        order.addClassName("small");
        item.add(order);
      }
      add(item);
    }
    if (events.isEmpty()) {
      add(new ListItem(Texts.of("certificate.noMoves")));
    }
  }
}
