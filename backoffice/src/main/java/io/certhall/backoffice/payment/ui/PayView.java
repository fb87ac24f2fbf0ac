package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
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
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.OfHall;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentState;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.payment.VoucherView;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/** Paying what is due on an order; turns to "paid" by itself (GS-72, GS-73). */
@Route(value = "orders/:orderNo/pay", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class PayView extends Page implements BeforeEnterObserver, OfHall {

  private static final long serialVersionUID = 1L;

  private final transient Orders orders;
  private final transient Payments payments;
  private final transient TransferVouchers vouchers;
  private final transient PublishedPolicies policies;
  private final transient OrderChangeBroadcaster broadcaster;
  private final transient Clock clock;
  private final boolean simulated;
  private final transient LiveOrder live;
  private final transient Actor actor;
  private final Div content = new Div();
  private String orderNo = "";
  private String hall = "";

  PayView(
      Orders orders,
      Payments payments,
      TransferVouchers vouchers,
      PublishedPolicies policies,
      OrderChangeBroadcaster broadcaster,
      Clock clock,
      @Value("${certhall.simulators.enabled:false}") boolean simulated,
      CurrentActor currentActor) {
    super(Texts.of("pay.title"));
    this.orders = orders;
    this.payments = payments;
    this.vouchers = vouchers;
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
    hall = order.hall();
    content.removeAll();
    Optional<Payment> transfer = lastTransfer();
    if (transfer.filter(payment -> payment.state() == PaymentState.CHECKING).isPresent()) {
      showChecking(transfer.get());
    } else if (order.state() != OrderState.PAYMENT_PENDING || order.dueFen() <= 0) {
      showDone(order);
    } else {
      transfer
          .map(Payment::refusalReason)
          .ifPresent(
              reason ->
                  content.add(
                      new Notice(StatusBadge.Tone.WRONG, Texts.of("pay.voucherRefused"), reason)));
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

  private Optional<Payment> lastTransfer() {
    return payments.of(actor, orderNo).stream()
        .filter(payment -> payment.method() == PaymentMethod.TRANSFER)
        .filter(payment -> payment.state() != PaymentState.OPEN)
        .reduce((earlier, later) -> later);
  }

  private void showChecking(Payment payment) {
    Div files = new Div();
    files.addClassName("voucher-files");
    for (VoucherView voucher : vouchers.of(actor, payment.paymentNo())) {
      files.add(
          Downloads.view(
              voucher.fileName(),
              () -> {
                StoredFile file = vouchers.open(actor, payment.paymentNo(), voucher.seq());
                return new Downloads.File(file.fileName(), file.mediaType(), file.content());
              }));
    }
    content.add(
        new Notice(
            StatusBadge.Tone.NEUTRAL,
            Texts.of("pay.checking"),
            Texts.of("pay.checkingText", Money.yuan(payment.amountFen())),
            ActionButton.primary(Texts.of("pay.toOrder"), this::toOrder)),
        new Card(Texts.of("pay.vouchers"), files));
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
    choice.setHelperText(Texts.of("pay.choose"));
    choice.addValueChangeListener(
        change -> {
          choice.setHelperText(null);
          open(change.getValue(), code);
        });
    content.add(new Card(Texts.of("pay.card"), due, choice, code));
    alreadyChosen(order, methods).ifPresent(choice::setValue);
  }

  /** Nothing is opened with a provider before the payer chose it, unless there is no choice. */
  private Optional<PaymentMethod> alreadyChosen(Order order, List<PaymentMethod> methods) {
    return openOnes(order).stream()
        .map(Payment::method)
        .reduce((earlier, later) -> later)
        .or(() -> methods.size() == 1 ? Optional.of(methods.getFirst()) : Optional.empty());
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
    if (payment.method() == PaymentMethod.TRANSFER) {
      Order order = orders.visible(actor, orderNo);
      code.add(
          new TransferPane(
              vouchers.account(order).orElse(null),
              payment,
              files -> handIn(payment, files),
              this::toOrder));
      return;
    }
    code.add(new CodePane(payment, clock.instant(), simulated, () -> ask(payment), this::toOrder));
  }

  private void handIn(Payment payment, List<TransferVouchers.Upload> files) {
    try {
      vouchers.submit(actor, payment.paymentNo(), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broadcaster.changed(orderNo);
    refresh();
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

  private void toOrder() {
    UI.getCurrent().navigate(OrderView.class, OrderView.of(orderNo));
  }

  @Override
  public Optional<String> hallOfPage() {
    return Optional.of(hall);
  }
}
