package io.certhall.processes.application;

import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Order;
import java.util.Map;

/** All a process instance knows of its order: the numbers of its business and what gateways ask. */
final class OrderVariables {

  private OrderVariables() {}

  static Map<String, Object> of(Order order, int round, long dueFen, boolean invoiceWanted) {
    return Map.of(
        "orderNo", order.orderNo(),
        "hall", order.hall(),
        "service", order.service().name(),
        "holder", order.holder().name(),
        "round", round,
        "dueFen", Math.max(0, dueFen),
        "deliveryMethod",
            order.deliveryMethod() == null
                ? DeliveryMethod.DOWNLOAD.name()
                : order.deliveryMethod().name(),
        "invoiceWanted", invoiceWanted);
  }
}
