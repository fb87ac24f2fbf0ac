package io.certhall.backoffice.secret.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.secret.SecretDeliveries;
import io.certhall.processes.secret.SecretDelivery;
import io.certhall.processes.secret.SecretEvent;
import io.certhall.processes.secret.SecretRoute;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** PINs under way: what waits for finance first; each shown once, and who saw it. */
@Route(value = "work/pins", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "PRODUCER", "AUDITOR"})
@StyleSheet("staff.css")
public class SecretsView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  private final transient SecretDeliveries deliveries;
  private final transient Actor actor;
  private final Div rows = new Div();

  SecretsView(SecretDeliveries deliveries, CurrentActor actor) {
    super(Texts.of("secret.title"));
    this.deliveries = deliveries;
    this.actor = actor.get();
    setLead(Texts.of("secret.lead"));
    rows.addClassName("desk-rows");
    add(rows);
    refresh();
  }

  private void refresh() {
    rows.removeAll();
    List<SecretDelivery> open = deliveries.open(actor, MOST);
    if (open.isEmpty()) {
      rows.add(
          new EmptyState(
              VaadinIcon.CHECK_CIRCLE_O, Texts.of("secret.none"), Texts.of("secret.noneText")));
    }
    open.forEach(delivery -> rows.add(row(delivery)));
  }

  private Div row(SecretDelivery delivery) {
    Span order = new Span(delivery.orderNo() + " · " + delivery.itemSeq());
    order.addClassName("work-subject");
    Span route =
        new Span(
            Texts.of(
                "secret.route." + delivery.route(),
                delivery.recipient().isEmpty()
                    ? Texts.of("secret.noRecipient")
                    : delivery.recipient()));
    Span key = new Span(delivery.mediumSerial() == null ? "" : delivery.mediumSerial());
    key.addClassNames("mono", "small");
    boolean waits = delivery.state() == SecretDelivery.State.WAITING;
    Div marks =
        new Div(
            new StatusBadge(
                Texts.of("secret.state." + delivery.state()), waits ? Tone.YOURS : Tone.DONE));
    marks.addClassName("work-marks");
    Span seen = new Span(history(delivery));
    seen.addClassNames("muted", "small");
    Div facts = new Div(order, route, key, marks, seen);
    facts.addClassName("desk-facts");
    Div row = new Div(facts, actions(delivery, waits));
    row.addClassName("desk-row");
    return row;
  }

  private String history(SecretDelivery delivery) {
    return deliveries.events(actor, delivery.id()).stream()
        .map(SecretsView::words)
        .collect(Collectors.joining(" · "));
  }

  private static String words(SecretEvent event) {
    return Texts.of(
        "secret.event",
        Times.minute(event.at()),
        Texts.of("secret.event." + event.kind()),
        event.actor());
  }

  private Div actions(SecretDelivery delivery, boolean waits) {
    Div actions = new Div();
    actions.addClassName("work-actions");
    boolean remark = delivery.route() == SecretRoute.TRANSFER_REMARK;
    if (actor.has(Role.PRODUCER) || (remark && actor.has(Role.FINANCE))) {
      actions.add(new ActionButton(Texts.of("secret.show"), () -> ask(delivery)));
    }
    if (remark && waits && actor.has(Role.FINANCE)) {
      actions.add(
          ActionButton.primary(
              Texts.of("secret.transferred"),
              () -> {
                deliveries.transferred(actor, delivery.id());
                Refusals.showSuccess(Texts.of("secret.done"));
                refresh();
              }));
    }
    if (!remark && actor.has(Role.PRODUCER)) {
      actions.add(
          ActionButton.tertiary(
              Texts.of("secret.resend"),
              () -> {
                deliveries.resend(actor, delivery.id());
                Refusals.showSuccess(Texts.of("secret.resent"));
                refresh();
              }));
    }
    return actions;
  }

  private void ask(SecretDelivery delivery) {
    Confirm.ask(
        Texts.of("secret.show"),
        Texts.of("secret.showText"),
        Texts.of("secret.show"),
        () -> show(deliveries.reveal(actor, delivery.id())));
  }

  private void show(String pin) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(Texts.of("secret.shown"));
    Span digits = new Span(pin);
    digits.addClassNames("mono", "pay-amount");
    dialog.add(digits, new Paragraph(Texts.of("secret.shownText")));
    dialog.getFooter().add(new Button(Texts.of("shell.close"), click -> dialog.close()));
    dialog.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            dialog.removeAll();
            refresh();
          }
        });
    dialog.open();
  }
}
