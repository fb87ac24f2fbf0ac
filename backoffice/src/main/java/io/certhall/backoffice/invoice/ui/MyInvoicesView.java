package io.certhall.backoffice.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.invoice.InvoiceRequests;
import io.certhall.processes.invoice.InvoiceTitle;
import io.certhall.processes.invoice.InvoiceTitles;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The applicant's titles, and what became of his invoices (GX-11, GX-71). */
@Route(value = "invoices", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class MyInvoicesView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient InvoiceTitles titles;
  private final transient InvoiceRequests requests;
  private final transient Actor actor;
  private final Div content = new Div();

  MyInvoicesView(InvoiceTitles titles, InvoiceRequests requests, CurrentActor actor) {
    super(Texts.of("invoice.mine"));
    this.titles = titles;
    this.requests = requests;
    this.actor = actor.get();
    setLead(Texts.of("invoice.mineLead"));
    content.addClassName("stack");
    add(content);
    refresh();
  }

  private void refresh() {
    content.removeAll();
    Card kept = new Card(Texts.of("invoice.titles"));
    kept.addClassName("rows");
    kept.addToHead(
        ActionButton.tertiary(
            Texts.of("invoice.addTitle"),
            () ->
                new TitleDialog(
                        Texts.of("invoice.addTitle"),
                        null,
                        false,
                        (form, sending) -> {
                          titles.add(actor, form);
                          refresh();
                        })
                    .open()));
    List<InvoiceTitle> known = titles.list(actor);
    known.forEach(title -> kept.add(row(title)));
    if (known.isEmpty()) {
      kept.add(muted("invoice.noTitles"));
    }
    Card record = new Card(Texts.of("invoice.record"));
    record.addClassName("rows");
    List<InvoiceRequest> own = requests.own(actor);
    own.forEach(request -> record.add(row(request)));
    if (own.isEmpty()) {
      record.add(muted("invoice.noRecord"));
    }
    content.add(kept, record);
  }

  private static Span muted(String key) {
    Span words = new Span(Texts.of(key));
    words.addClassName("muted");
    return words;
  }

  private Div row(InvoiceTitle title) {
    Span name = new Span(title.title());
    name.addClassName("row-title");
    Span facts =
        new Span(Texts.of(title.kind()) + (title.taxNo() == null ? "" : " · " + title.taxNo()));
    facts.addClassNames("muted", "small");
    Div words = new Div(name, facts);
    words.addClassName("row-words");
    if (title.preferred()) {
      words.add(new StatusBadge(Texts.of("invoice.preferred"), Tone.DONE));
    }
    Div actions = new Div();
    actions.addClassName("row-actions");
    if (!title.preferred()) {
      actions.add(
          small(
              "invoice.prefer",
              () -> {
                titles.prefer(actor, title.id());
                refresh();
              }));
    }
    actions.add(
        small(
            "invoice.changeTitle",
            () ->
                new TitleDialog(
                        Texts.of("invoice.changeTitle"),
                        title,
                        false,
                        (form, sending) -> {
                          titles.change(actor, title.id(), form, title.version());
                          refresh();
                        })
                    .open()),
        small(
            "invoice.removeTitle",
            () ->
                Confirm.ask(
                    Texts.of("invoice.removeTitle"),
                    title.title(),
                    Texts.of("invoice.removeTitle"),
                    () -> {
                      titles.remove(actor, title.id());
                      Refusals.showSuccess(Texts.of("invoice.done"));
                      refresh();
                    })));
    Div row = new Div(words, actions);
    row.addClassName("row");
    return row;
  }

  private static Button small(String key, Runnable action) {
    Button button = new Button(Texts.of(key), click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  private static Div row(InvoiceRequest request) {
    RouterLink order =
        new RouterLink(request.orderNo(), OrderView.class, OrderView.of(request.orderNo()));
    Span facts =
        new Span(
            request.title()
                + " · "
                + Money.yuan(request.amountFen())
                + " · "
                + (request.state() == InvoiceRequest.State.PENDING
                    ? Texts.of("invoice.promised", Times.day(request.dueAt().minusSeconds(1)))
                    : request.invoiceNo() == null ? "" : request.invoiceNo())
                + (request.trackingNo() == null
                    ? ""
                    : " · " + request.carrier() + " " + request.trackingNo())
                + (request.reason() == null ? "" : " · " + request.reason()));
    facts.addClassNames("muted", "small");
    Div words = new Div(order, facts);
    words.addClassName("row-words");
    Div row =
        new Div(
            words,
            new StatusBadge(
                Texts.of("invoice.state." + request.state()),
                request.state() == InvoiceRequest.State.REJECTED ? Tone.WRONG : Tone.NEUTRAL));
    row.addClassName("row");
    return row;
  }
}
