package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.order.ui.LiveOrder;
import io.certhall.backoffice.order.ui.OrderChangeBroadcaster;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentState;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;

/** Paying what is due on an order; turns to "paid" by itself (GS-72, GS-73). */
@Route(value = "orders/:orderNo/pay", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class PayView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Orders orders;
  private final transient Payments payments;
  private final transient PublishedPolicies policies;
  private final transient OrderChangeBroadcaster broadcaster;
  private final transient Clock clock;
  private final boolean simulated;
  private final transient LiveOrder live;
  private final transient Actor actor;
  private final Div content = new Div();
  private String orderNo = "";

  PayView(
      Orders orders,
      Payments payments,
      PublishedPolicies policies,
      OrderChangeBroadcaster broadcaster,
      Clock clock,
      @Value("${certhall.simulators.enabled:false}") boolean simulated,
      CurrentActor currentActor) {
    super(Texts.of("pay.title"));
    this.orders = orders;
    this.payments = payments;
    this.policies = policies;
    this.broadcaster = broadcaster;
    this.clock = clock;
    this.simulated = simulated;
    this.actor = currentActor.get();
    this.live = new LiveOrder(broadcaster, this, this::refresh);
    content.addClassName("stack");
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    orderNo = event.getRouteParameters().get("orderNo").orElseThrow();
    setLead(Texts.of("pay.lead", orderNo));
    refresh();
  }

  private void refresh() {
    Order order = orders.visible(actor, orderNo);
    if (!order.isOwnedBy(actor.accountId())) {
      throw Refusal.notFound("ORDER_UNKNOWN", orderNo);
    }
    content.removeAll();
    if (order.state() != OrderState.PAYMENT_PENDING || order.dueFen() <= 0) {
      showDone(order);
    } else {
      showMethods(order);
    }
    live.shows(orderNo, orders.visible(actor, orderNo).version());
  }

  private void showDone(Order order) {
    boolean paid = order.paidFen() > 0 && order.dueFen() <= 0;
    content.add(
        new Notice(
            paid ? StatusBadge.Tone.DONE : StatusBadge.Tone.NEUTRAL,
            Texts.of(paid ? "pay.done" : "pay.nothing"),
            paid
                ? Texts.of("pay.doneText", Money.yuan(order.paidFen()), Texts.of(order.state()))
                : Texts.of("pay.nothingText", Texts.of(order.state())),
            ActionButton.primary(Texts.of("pay.toOrder"), this::toOrder)));
  }

  private void showMethods(Order order) {
    List<PaymentMethod> methods =
        policies
            .version(Objects.requireNonNull(order.policyVersionId()))
            .settings()
            .paymentMethods()
            .stream()
            .map(PaymentMethod::valueOf)
            .toList();
    Span amount = new Span(Money.yuan(order.dueFen()));
    amount.addClassName("pay-amount");
    Div due = new Div(new Span(Texts.of("pay.due")), amount);
    due.addClassName("pay-due");
    RadioButtonGroup<PaymentMethod> choice = new RadioButtonGroup<>(Texts.of("pay.method"));
    choice.setItems(methods);
    choice.setItemLabelGenerator(Texts::of);
    Div code = new Div();
    code.addClassName("pay-code");
    choice.addValueChangeListener(change -> open(change.getValue(), code));
    content.add(new Card(Texts.of("pay.card"), due, choice, code));
    openOnes(order).stream()
        .findFirst()
        .map(Payment::method)
        .or(() -> methods.stream().findFirst())
        .ifPresent(choice::setValue);
  }

  private List<Payment> openOnes(Order order) {
    return payments.of(actor, order.orderNo()).stream()
        .filter(payment -> payment.state() == PaymentState.OPEN)
        .filter(payment -> payment.expiresAt().isAfter(clock.instant()))
        .toList();
  }

  private void open(PaymentMethod method, Div code) {
    code.removeAll();
    try {
      show(payments.open(actor, orderNo, method), code);
    } catch (Refusal refused) {
      code.add(
          new Notice(
              StatusBadge.Tone.WRONG,
              Texts.of(refused),
              "",
              new ActionButton(Texts.of("pay.again"), () -> open(method, code))));
    }
  }

  private void show(Payment payment, Div code) {
    if (payment.codeUrl() != null) {
      code.add(new QrImage(payment.codeUrl(), Texts.of("pay.qr", Texts.of(payment.method()))));
    }
    Span left = new Span();
    left.addClassName("num");
    countDown(left, Duration.between(clock.instant(), payment.expiresAt()));
    Paragraph how = new Paragraph(Texts.of("pay.scan", Texts.of(payment.method())));
    Span number = new Span(Texts.of("pay.number", payment.paymentNo()));
    number.addClassNames("muted", "small");
    Div words = new Div(how, left, number, buttons(payment));
    words.addClassName("pay-words");
    if (simulated) {
      Anchor phone =
          new Anchor(
              "/simulators/wechatpay/" + payment.paymentNo(), Texts.of("pay.simulatedPhone"));
      phone.setTarget(AnchorTarget.BLANK);
      phone.setRouterIgnore(true);
      words.add(phone);
    }
    code.add(words);
  }

  private Div buttons(Payment payment) {
    Div buttons =
        new Div(
            ActionButton.primary(Texts.of("pay.havePaid"), () -> ask(payment)),
            new Button(Texts.of("pay.later"), click -> toOrder()));
    buttons.addClassName("buttons");
    return buttons;
  }

  private void ask(Payment payment) {
    Payment now = payments.refresh(actor, payment.paymentNo());
    if (now.state() == PaymentState.PAID) {
      broadcaster.changed(orderNo);
      refresh();
    } else {
      Refusals.showError(
          Texts.of("pay.notYet", Texts.of(now.state()), Times.minute(clock.instant())));
    }
  }

  private static void countDown(Span span, Duration left) {
    span.getElement()
        .executeJs(
            """
            const end = Date.now() + $0 * 1000;
            const tick = () => {
              const left = Math.max(0, Math.round((end - Date.now()) / 1000));
              const part = n => String(n).padStart(2, '0');
              this.textContent = left > 0
                ? $1.replace('#', Math.floor(left / 3600) + ':' + part(Math.floor(left / 60) % 60)
                    + ':' + part(left % 60))
                : $2;
              if (left > 0 && this.isConnected) setTimeout(tick, 1000);
            };
            tick();
            """,
            Math.max(0, left.toSeconds()), Texts.of("pay.left"), Texts.of("pay.expired"));
  }

  private void toOrder() {
    UI.getCurrent().navigate(OrderView.class, OrderView.of(orderNo));
  }
}
