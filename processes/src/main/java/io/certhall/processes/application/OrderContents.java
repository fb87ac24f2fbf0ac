package io.certhall.processes.application;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.AgreementForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Price lines and agreements of an order, for who may see the order. */
@Service
public class OrderContents {

  private final Orders orders;
  private final OrderDrafts drafts;
  private final OrderAgreements agreements;

  OrderContents(Orders orders, OrderDrafts drafts, OrderAgreements agreements) {
    this.orders = orders;
    this.drafts = drafts;
    this.agreements = agreements;
  }

  /**
   * As frozen at submission; while the order can be edited, as its policy charges for what is asked
   * now, and nothing where it has no price.
   */
  @Transactional(readOnly = true)
  public List<Order.Line> lines(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    if (!order.state().isEditable()) {
      return orders.lines(orderNo);
    }
    try {
      return OrderPrices.lines(drafts.policyOf(order), order, orders.items(orderNo));
    } catch (Refusal noPrice) {
      return List.of();
    }
  }

  /** What the applicant accepted, in which version and when. */
  @Transactional(readOnly = true)
  public List<AgreementForm> agreements(Actor actor, String orderNo) {
    return agreements.list(orders.visible(actor, orderNo).orderNo());
  }
}
