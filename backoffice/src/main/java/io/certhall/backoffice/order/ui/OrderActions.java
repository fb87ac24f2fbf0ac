package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.application.Reapplication;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.security.Actor;

/** What an applicant does to an order in his list: view, edit, pay, cancel, rate (ZR-22). */
@org.springframework.stereotype.Component
class OrderActions {

  private final OrderWithdrawal withdrawal;
  private final Reapplication reapplication;

  OrderActions(OrderWithdrawal withdrawal, Reapplication reapplication) {
    this.withdrawal = withdrawal;
    this.reapplication = reapplication;
  }

  /**
   * @param changed called when the order is no longer as the list shows it
   */
  Component of(Actor actor, OrderRow row, Runnable changed) {
    String page = "orders/" + row.orderNo();
    Div actions = new Div(link(page, "orders.view"));
    actions.addClassName("row-actions");
    OrderState state = row.state();
    if (state.isEditable()) {
      actions.add(link(page + "/edit", "orders.edit"));
    }
    if (state == OrderState.PAYMENT_PENDING) {
      actions.add(link(page + "/pay", "orders.pay"));
      if (row.payStatus() == PayStatus.UNPAID) {
        actions.add(edit(actor, row));
      }
    }
    if (state.isWithdrawable()) {
      actions.add(cancel(actor, row, changed));
    }
    if (state == OrderState.COMPLETED) {
      actions.add(link(page, "orders.rate"));
    }
    return actions;
  }

  private static Anchor link(String address, String key) {
    return new Anchor(address, Texts.of(key));
  }

  private ActionButton edit(Actor actor, OrderRow row) {
    return small(
        "orders.edit",
        () ->
            Confirm.ask(
                Texts.of("order.edit"),
                Texts.of("order.editText"),
                Texts.of("order.editDraft"),
                () ->
                    UI.getCurrent()
                        .navigate(
                            "orders/"
                                + reapplication.applyAgain(actor, row.orderNo())
                                + "/edit/basic")));
  }

  private ActionButton cancel(Actor actor, OrderRow row, Runnable changed) {
    boolean paid = row.payStatus() == PayStatus.PAID || row.payStatus() == PayStatus.PART_REFUNDED;
    return small(
        "orders.cancel",
        () ->
            Confirm.ask(
                Texts.of("order.withdraw"),
                Texts.of(paid ? "order.withdrawPaidText" : "order.withdrawText"),
                Texts.of("order.withdraw"),
                () -> {
                  withdrawal.withdraw(actor, row.orderNo());
                  Refusals.showSuccess(Texts.of("order.withdrawn"));
                  changed.run();
                }));
  }

  private static ActionButton small(String key, Runnable action) {
    ActionButton button = ActionButton.tertiary(Texts.of(key), action);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE);
    return button;
  }
}
