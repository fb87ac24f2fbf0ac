package io.certhall.backoffice.message.ui;

import com.vaadin.flow.component.Component;
import io.certhall.backoffice.shell.UnreadMessages;
import io.certhall.processes.notification.Inbox;
import io.certhall.processes.security.Actor;

/** Tells the bell how many messages are unread. */
@org.springframework.stereotype.Component
class InboxBell implements UnreadMessages {

  private final Inbox inbox;

  InboxBell(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public int of(Actor actor) {
    return inbox.unread(actor);
  }

  @Override
  public Class<? extends Component> view() {
    return MessagesView.class;
  }
}
