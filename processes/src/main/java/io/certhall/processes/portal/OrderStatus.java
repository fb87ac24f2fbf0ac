package io.certhall.processes.portal;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import java.time.Instant;

/** How far an order is; names, documents and amounts are left out on purpose. */
public record OrderStatus(
    String orderNo, String hall, Service service, OrderState state, Instant since) {}
