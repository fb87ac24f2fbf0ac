package io.certhall.processes.application;

import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new draft with what an earlier order said, files included. An order that nobody has paid for is
 * edited so (ZR-17): it is given up and the draft takes its place, which keeps the numbers, amounts
 * and files of what was submitted as they were. An order that ended without a certificate can be
 * applied for again.
 */
@Service
public class Reapplication {

  private static final Set<OrderState> OVER = Set.of(OrderState.CANCELLED, OrderState.CLOSED);
  private static final Set<OrderState> WAITING =
      Set.of(OrderState.IDENTITY_PENDING, OrderState.PAYMENT_PENDING, OrderState.REVIEW_PENDING);

  private final Orders orders;
  private final OrderDrafts drafts;
  private final OrderWithdrawal withdrawal;
  private final Attachments attachments;
  private final AuditLog audit;

  Reapplication(
      Orders orders,
      OrderDrafts drafts,
      OrderWithdrawal withdrawal,
      Attachments attachments,
      AuditLog audit) {
    this.orders = orders;
    this.drafts = drafts;
    this.withdrawal = withdrawal;
    this.attachments = attachments;
    this.audit = audit;
  }

  /** Whether the order can still be edited by giving it up. */
  public static boolean isEditable(Order order) {
    return WAITING.contains(order.state()) && order.paidFen() == 0;
  }

  /** Whether the order ended and can be applied for again. */
  public static boolean isRepeatable(Order order) {
    return OVER.contains(order.state());
  }

  /**
   * @return the number of the new draft
   * @throws Refusal NOT_FOUND for what is not the actor's, CONFLICT ORDER_NOT_REAPPLIED once it is
   *     paid, issued or under correction, RULE when the hall no longer takes it
   */
  @Transactional
  public String applyAgain(Actor actor, String orderNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (isEditable(order)) {
      withdrawal.withdraw(actor, orderNo);
    } else if (!isRepeatable(order)) {
      throw Refusal.conflict("ORDER_NOT_REAPPLIED");
    }
    OrderForm said = drafts.form(order);
    String draft = drafts.create(actor, said);
    attachments.carryOver(actor, orderNo, draft);
    audit.record(actor, "order.reapplied", "order", draft, order.hall(), "from " + orderNo);
    return draft;
  }
}
