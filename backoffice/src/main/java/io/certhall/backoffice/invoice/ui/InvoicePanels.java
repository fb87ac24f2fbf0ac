package io.certhall.backoffice.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.invoice.InvoiceRequests;
import io.certhall.processes.invoice.InvoiceTitles;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.security.Actor;
import java.util.Optional;

/** The invoice on an order's page: ask for one, and everything that happened to it. */
@org.springframework.stereotype.Component
public class InvoicePanels {

  private final InvoiceRequests requests;
  private final InvoiceTitles titles;

  InvoicePanels(InvoiceRequests requests, InvoiceTitles titles) {
    this.requests = requests;
    this.titles = titles;
  }

  /**
   * @param changed called once an invoice was asked for
   */
  public Optional<Component> of(Actor actor, Order order, Runnable changed) {
    Optional<InvoiceRequest> known = requests.of(actor, order.orderNo());
    boolean asks = mayAsk(actor, order, known.orElse(null));
    if (known.isEmpty() && !asks) {
      return Optional.empty();
    }
    Card card = new Card(Texts.of("invoice.card"));
    card.addClassName("rows");
    known.ifPresent(
        request -> {
          if (request.state() == InvoiceRequest.State.PENDING) {
            card.add(
                line(Texts.of("invoice.promised", Times.day(request.dueAt().minusSeconds(1)))));
          }
          requests
              .events(actor, order.orderNo())
              .forEach(
                  event ->
                      card.add(
                          line(
                              Times.minute(event.at())
                                  + " · "
                                  + Texts.of("invoice.state." + event.state())
                                  + (event.note() == null ? "" : " · " + event.note()))));
        });
    if (asks) {
      card.add(new ActionButton(Texts.of("invoice.request"), () -> ask(actor, order, changed)));
    }
    return Optional.of(card);
  }

  private void ask(Actor actor, Order order, Runnable changed) {
    new TitleDialog(
            Texts.of("invoice.request"),
            titles.preferred(actor).orElse(null),
            true,
            (form, sending) -> {
              requests.request(actor, order.orderNo(), form, sending);
              Refusals.showSuccess(Texts.of("invoice.requested"));
              changed.run();
            })
        .open();
  }

  private static boolean mayAsk(
      Actor actor, Order order, @org.jspecify.annotations.Nullable InvoiceRequest known) {
    boolean free =
        known == null
            ? order.invoiceStatus() == InvoiceStatus.NOT_REQUESTED
                || order.state() == OrderState.COMPLETED
            : known.state() == InvoiceRequest.State.REJECTED
                || known.state() == InvoiceRequest.State.REVERSED;
    return free
        && order.isOwnedBy(actor.accountId())
        && order.reviewStatus() == ReviewStatus.APPROVED
        && order.state() != OrderState.CANCELLED
        && order.state() != OrderState.CLOSED
        && order.totalFen() > 0
        && order.dueFen() <= 0;
  }

  private static Div line(String text) {
    Span words = new Span(text);
    words.addClassName("small");
    return new Div(words);
  }
}
