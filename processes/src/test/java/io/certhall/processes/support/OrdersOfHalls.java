package io.certhall.processes.support;

import io.certhall.processes.order.Order;

/** An order as another hall's would be, for rules that ask the hall's settings only. */
public final class OrdersOfHalls {

  private OrdersOfHalls() {}

  public static Order in(String hall, Order order) {
    return new Order(
        order.orderNo(),
        hall,
        order.service(),
        order.holder(),
        order.accountId(),
        order.organisationId(),
        order.applicantName(),
        order.state(),
        order.payStatus(),
        order.reviewStatus(),
        order.deliveryStatus(),
        order.invoiceStatus(),
        order.round(),
        order.deliveryMethod(),
        order.invoiceKind(),
        order.totalFen(),
        order.paidFen(),
        order.refundedFen(),
        null,
        order.processInstanceKey(),
        order.stateSince(),
        order.createdAt(),
        order.submittedAt(),
        order.completedAt(),
        order.version(),
        order.changes(),
        order.causeAt(),
        order.late(),
        order.dueBy(),
        order.overdue());
  }
}
