package io.certhall.backoffice.message.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.notification.Inbox;
import io.certhall.processes.notification.InboxMessage;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The account's messages inside the hall. */
@Route(value = "messages", layout = MainLayout.class)
@PermitAll
public class MessagesView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 30;

  private final transient Inbox inbox;
  private final transient Actor actor;
  private final Tab all = new Tab(Texts.of("shell.all"));
  private final Tab unread = new Tab(Texts.of("messages.unread"));
  private final Tabs tabs = new Tabs(all, unread);
  private final Div content = new Div();

  MessagesView(Inbox inbox, CurrentActor currentActor) {
    super(Texts.of("shell.messages"));
    this.inbox = inbox;
    this.actor = currentActor.get();
    tabs.addSelectedChangeListener(change -> refresh());
    add(tabs, content);
    refresh();
  }

  private void refresh() {
    content.removeAll();
    clearActions();
    if (inbox.unread(actor) > 0) {
      addAction(
          new ActionButton(
              Texts.of("messages.readAll"),
              () -> {
                inbox.markAllRead(actor);
                refresh();
              }));
    }
    Card rows = new Card();
    rows.addClassName("rows");
    if (addPage(rows, 0)) {
      content.add(rows);
    } else {
      content.add(
          new EmptyState(
              VaadinIcon.BELL_O, Texts.of("messages.none"), Texts.of("messages.noneText")));
    }
  }

  private boolean addPage(Card rows, long after) {
    List<InboxMessage> page = inbox.page(actor, tabs.getSelectedTab() == unread, after, PAGE);
    page.forEach(message -> rows.add(row(message)));
    if (page.size() == PAGE) {
      Button more = new Button(Texts.of("shell.more"));
      more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      more.addClickListener(
          click -> {
            rows.remove(more);
            addPage(rows, page.getLast().id());
          });
      rows.add(more);
    }
    return !page.isEmpty();
  }

  private Div row(InboxMessage message) {
    Paragraph text = new Paragraph(Texts.isEnglish() ? message.en() : message.zh());
    Span at = new Span(Times.minute(message.at()));
    at.addClassNames("muted", "small", "num");
    Div words = new Div(text, at);
    words.addClassName("row-words");
    Div actions = new Div();
    actions.addClassName("row-actions");
    if (message.orderNo() != null) {
      String orderNo = message.orderNo();
      actions.add(
          quiet(
              Texts.of("messages.open"),
              () -> {
                inbox.markRead(actor, message.id());
                UI.getCurrent().navigate(OrderView.class, OrderView.of(orderNo));
              }));
    }
    if (message.isUnread()) {
      actions.add(
          quiet(
              Texts.of("messages.read"),
              () -> {
                inbox.markRead(actor, message.id());
                refresh();
              }));
    }
    Div row = new Div(words, actions);
    row.addClassName("row");
    row.setClassName("unread", message.isUnread());
    return row;
  }

  private static Button quiet(String text, Runnable action) {
    ActionButton button = ActionButton.tertiary(text, action);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }
}
