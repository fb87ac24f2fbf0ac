package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.certhall.backoffice.identity.ui.IdentityPanels;
import io.certhall.backoffice.invoice.ui.InvoicePanels;
import io.certhall.backoffice.order.ui.OrderSections.Shown;
import io.certhall.backoffice.secret.ui.SecretPanels;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.OfHall;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Stepper;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.application.Reapplication;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Everything about one order; follows it live. */
@Route(value = "orders/:orderNo", layout = MainLayout.class)
@PermitAll
public class OrderView extends Page implements BeforeEnterObserver, OfHall {

  private static final long serialVersionUID = 1L;

  private final transient OrderSections sections;
  private final transient OrderTracks tracks;
  private final transient OrderDiagram diagram;
  private final transient NextStep nextStep;
  private final transient StateCards stateCards;
  private final transient OrderDrafts drafts;
  private final transient OrderWithdrawal withdrawal;
  private final transient Reapplication reapplication;
  private final transient IdentityPanels identity;
  private final transient SecretPanels secrets;
  private final transient InvoicePanels invoicePanels;
  private final transient CompletionPanels completion;
  private final transient LiveOrder live;
  private final transient Actor actor;
  private final Div content = new Div();
  private String orderNo = "";
  private String hall = "";
  private boolean diagramOpen;

  OrderView(
      OrderSections sections,
      OrderTracks tracks,
      OrderDiagram diagram,
      NextStep nextStep,
      StateCards stateCards,
      OrderDrafts drafts,
      OrderWithdrawal withdrawal,
      Reapplication reapplication,
      IdentityPanels identity,
      SecretPanels secrets,
      InvoicePanels invoicePanels,
      CompletionPanels completion,
      OrderChangeBroadcaster broadcaster,
      CurrentActor currentActor) {
    super("");
    this.sections = sections;
    this.tracks = tracks;
    this.diagram = diagram;
    this.nextStep = nextStep;
    this.stateCards = stateCards;
    this.drafts = drafts;
    this.withdrawal = withdrawal;
    this.reapplication = reapplication;
    this.identity = identity;
    this.secrets = secrets;
    this.invoicePanels = invoicePanels;
    this.completion = completion;
    this.actor = currentActor.get();
    this.live = new LiveOrder(broadcaster, this, this::refresh);
    content.addClassName("stack");
    add(content);
  }

  public static RouteParameters of(String orderNo) {
    return new RouteParameters("orderNo", orderNo);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    orderNo = event.getRouteParameters().get("orderNo").orElseThrow();
    refresh();
  }

  private void refresh() {
    Shown shown = sections.read(actor, orderNo);
    Order order = shown.order();
    hall = order.hall();
    setHeading(
        Texts.of(
            "order.title",
            Texts.of(order.service()),
            Texts.of(shown.policy().settings().shortName())));
    setLead(
        Texts.of(
            "order.lead", order.orderNo(), order.applicantName(), Times.minute(order.createdAt())));
    content.removeAll();
    showActions(order);
    content.add(
        state(order), new Stepper(new OrderProgress(order, shown.items(), shown.policy()).steps()));
    content.add(nextStep.of(actor, order, shown.policy()));
    stateCards.of(actor, shown).ifPresent(content::add);
    identity.invitation(actor, order).ifPresent(content::add);
    sections.rejection(shown, path -> DraftView.goTo(orderNo, path)).ifPresent(content::add);
    Div main = new Div(sections.blocks(actor, shown).toArray(Component[]::new));
    main.addClassName("stack");
    Div side =
        new Div(
            tracks
                .of(actor, order, shown.items(), shown.policy().settings())
                .toArray(Component[]::new));
    secrets.of(actor, order).ifPresent(side::add);
    invoicePanels.of(actor, order, this::refresh).ifPresent(side::add);
    completion.of(actor, order, this::refresh).ifPresent(side::add);
    side.addClassName("stack");
    Div columns = new Div(main, side);
    columns.addClassName("order-columns");
    content.add(columns);
    if (order.submittedAt() != null) {
      Details drawn = diagram.of(order, shown.policy());
      drawn.setOpened(diagramOpen);
      drawn.addOpenedChangeListener(change -> diagramOpen = change.isOpened());
      content.add(drawn);
    }
    live.shows(orderNo, order.version());
  }

  private static Div state(Order order) {
    Span since = new Span(Texts.of("order.since", Times.minute(order.stateSince())));
    since.addClassNames("muted", "small");
    Div line = new Div(new StatusBadge(order.state()), since);
    line.addClassName("state-line");
    return line;
  }

  private void showActions(Order order) {
    clearActions();
    if (!order.isOwnedBy(actor.accountId())) {
      return;
    }
    if (Reapplication.isEditable(order)) {
      addAction(reapply("order.edit"));
    } else if (Reapplication.isRepeatable(order)) {
      addAction(reapply("order.again"));
    }
    if (order.state() == OrderState.DRAFT) {
      addAction(
          quiet(
              Texts.of("draft.delete"),
              () ->
                  Confirm.ask(
                      Texts.of("draft.delete"),
                      Texts.of("draft.deleteText", orderNo),
                      Texts.of("draft.delete"),
                      () -> {
                        live.stop();
                        drafts.delete(actor, orderNo);
                        UI.getCurrent().navigate(OrderListView.class);
                      })));
    } else if (order.state().isWithdrawable()) {
      addAction(
          quiet(
              Texts.of("order.withdraw"),
              () ->
                  Confirm.ask(
                      Texts.of("order.withdraw"),
                      Texts.of(
                          order.paidFen() > order.refundedFen()
                              ? "order.withdrawPaidText"
                              : "order.withdrawText"),
                      Texts.of("order.withdraw"),
                      () -> {
                        withdrawal.withdraw(actor, orderNo);
                        Refusals.showSuccess(Texts.of("order.withdrawn"));
                        refresh();
                      })));
    }
  }

  private Button reapply(String key) {
    return new Button(
        Texts.of(key),
        click ->
            Confirm.ask(
                Texts.of(key),
                Texts.of(key + "Text"),
                Texts.of("order.editDraft"),
                () -> {
                  live.stop();
                  String draft = reapplication.applyAgain(actor, orderNo);
                  UI.getCurrent().navigate("orders/" + draft + "/edit/basic");
                }));
  }

  private static Button quiet(String text, Runnable action) {
    Button button = new Button(text, click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
    return button;
  }

  @Override
  public Optional<String> hallOfPage() {
    return Optional.of(hall);
  }
}
