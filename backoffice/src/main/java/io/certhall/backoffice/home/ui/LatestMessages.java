package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.message.ui.MessagesView;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.notification.Inbox;
import io.certhall.processes.notification.InboxMessage;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Optional;

/** The newest messages nobody has read yet. */
@org.springframework.stereotype.Component
class LatestMessages {

  private static final int MOST = 3;

  private final Inbox inbox;

  LatestMessages(Inbox inbox) {
    this.inbox = inbox;
  }

  Optional<Card> card(Actor actor) {
    List<InboxMessage> unread = inbox.page(actor, true, 0, MOST);
    if (unread.isEmpty()) {
      return Optional.empty();
    }
    Div rows = new Div();
    rows.addClassName("rows");
    for (InboxMessage message : unread) {
      Span at = new Span(Times.minute(message.at()));
      at.addClassNames("muted", "small", "num");
      Div words = new Div(new Paragraph(Texts.isEnglish() ? message.en() : message.zh()), at);
      words.addClassName("row-words");
      Div row = new Div(words);
      row.addClassName("row");
      if (message.orderNo() != null) {
        row.add(
            new RouterLink(
                Texts.of("messages.open"), OrderView.class, OrderView.of(message.orderNo())));
      }
      rows.add(row);
    }
    Card card = new Card(Texts.of("home.messages"), rows);
    card.addToHead(new RouterLink(Texts.of("home.allMessages"), MessagesView.class));
    return Optional.of(card);
  }
}
