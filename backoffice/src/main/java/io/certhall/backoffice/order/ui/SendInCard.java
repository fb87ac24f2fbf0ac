package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.order.Order;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;

/** Where to send the old key, and under which number it is on its way. */
class SendInCard extends Card {

  private static final long serialVersionUID = 1L;

  SendInCard(InboundDesk desk, Actor actor, Order order, HallSettings hall, Runnable changed) {
    super(Texts.of("sendIn.title"));
    add(
        new FactList()
            .fact(Texts.of("sendIn.address"), Texts.of(hall.contacts().address()))
            .fact(Texts.of("sendIn.recipient"), Texts.of(hall.name()))
            .fact(Texts.of("home.phone"), hall.contacts().phone())
            .fact(Texts.of("sendIn.note"), Texts.of("sendIn.noteText", order.orderNo())));
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    TextField carrier = errors.bind("carrier", new TextField(Texts.of("order.carrier")));
    TextField number = errors.bind("trackingNo", new TextField(Texts.of("order.trackingNo")));
    desk.of(order.orderNo())
        .ifPresent(
            sent -> {
              Entered.show(carrier, sent.carrier());
              Entered.show(number, sent.trackingNo());
              if (sent.announcedAt() != null) {
                Paragraph told =
                    new Paragraph(Texts.of("sendIn.told", Times.minute(sent.announcedAt())));
                told.addClassNames("muted", "small");
                add(told);
              }
            });
    Div fields = new Div(carrier, number);
    fields.addClassName("fields");
    add(
        summary,
        fields,
        new Div(
            ActionButton.primary(
                Texts.of("sendIn.tell"),
                () -> {
                  errors.clear();
                  try {
                    desk.announce(actor, order.orderNo(), carrier.getValue(), number.getValue());
                  } catch (Refusal refused) {
                    errors.show(refused);
                    return;
                  }
                  Refusals.showSuccess(Texts.of("sendIn.done"));
                  changed.run();
                })));
  }
}
