package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.certhall.backoffice.payment.ui.PayView;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.OrderReminders;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Component;

/** Whose move it is, and the one thing the applicant can do about it now. */
@Component
class NextStep {

  private final ShippingDesk shipping;
  private final OrderReminders reminders;
  private final OrderChangeBroadcaster broadcaster;

  NextStep(ShippingDesk shipping, OrderReminders reminders, OrderChangeBroadcaster broadcaster) {
    this.shipping = shipping;
    this.reminders = reminders;
    this.broadcaster = broadcaster;
  }

  Notice of(Actor actor, Order order, PublishedPolicy policy) {
    HallSettings hall = policy.settings();
    boolean own = order.isOwnedBy(actor.accountId());
    String mover = StatusBadge.mover(order.state(), own);
    StatusBadge.Tone tone = StatusBadge.of(order.state());
    if (!own) {
      return new Notice(tone, mover, "");
    }
    return switch (order.state()) {
      case DRAFT -> new Notice(tone, mover, Texts.of("next.DRAFT"), edit(order, "draft.resume"));
      case REJECTED ->
          new Notice(
              StatusBadge.Tone.YOURS,
              mover,
              Texts.of("next.REJECTED"),
              edit(order, "next.correct"));
      case PAYMENT_PENDING ->
          new Notice(
              tone,
              mover,
              Texts.of(paysFirst(order, policy) ? "next.payFirst" : "next.PAYMENT_PENDING"),
              ActionButton.primary(
                  Texts.of("next.pay", Money.yuan(order.dueFen())),
                  () -> UI.getCurrent().navigate(PayView.class, OrderView.of(order.orderNo()))));
      case SHIPPED ->
          new Notice(tone, mover, Texts.of("next.SHIPPED"), confirmReceipt(actor, order));
      case PICKUP_PENDING ->
          new Notice(
              tone,
              mover,
              Texts.of(
                  "next.PICKUP_PENDING",
                  Texts.of(hall.pickup().documents()),
                  Texts.of(hall.pickup().hours()),
                  Texts.of(hall.pickup().place())));
      default ->
          OrderReminders.isRemindable(order.state())
              ? new Notice(tone, mover, text(order.state()), remind(actor, order))
              : new Notice(tone, mover, text(order.state()));
    };
  }

  static boolean paysFirst(Order order, PublishedPolicy policy) {
    String first =
        policy.firstState(order.service().name(), order.holder().name(), order.totalFen());
    return order.totalFen() > 0
        && !first.equals(OrderState.REVIEW_PENDING.name())
        && !first.equals(OrderState.ADMIN_REVIEW.name());
  }

  private Button remind(Actor actor, Order order) {
    return new ActionButton(
        Texts.of("next.remind"),
        () -> {
          reminders.remind(actor, order.orderNo());
          Refusals.showSuccess(Texts.of("next.reminded"));
          broadcaster.changed(order.orderNo());
        });
  }

  private static String text(OrderState state) {
    return switch (state) {
      case REVIEW_PENDING,
          IDENTITY_PENDING,
          PAYMENT_CHECKING,
          KEY_INBOUND,
          ISSUE_PENDING,
          UPDATE_PENDING,
          UPDATE_FAILED,
          REMOTE_PENDING,
          SHIP_PENDING,
          COMPLETED,
          CANCELLED,
          CLOSED ->
          Texts.of("next." + state.name());
      default -> "";
    };
  }

  private static Button edit(Order order, String label) {
    return ActionButton.primary(
        Texts.of(label), () -> UI.getCurrent().navigate("orders/" + order.orderNo() + "/edit"));
  }

  private Button confirmReceipt(Actor actor, Order order) {
    return ActionButton.primary(
        Texts.of("next.confirmReceipt"),
        () ->
            Confirm.ask(
                Texts.of("next.confirmReceipt"),
                Texts.of("next.confirmReceiptText"),
                Texts.of("next.confirmReceipt"),
                () -> {
                  shipping.confirmReceipt(actor, order.orderNo());
                  Refusals.showSuccess(Texts.of("next.received"));
                  broadcaster.changed(order.orderNo());
                }));
  }
}
