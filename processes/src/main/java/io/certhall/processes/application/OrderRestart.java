package io.certhall.processes.application;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.outbox.Outbox;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts a submitted order's instance anew, with what the engine must know of it today. */
@Component
public class OrderRestart {

  private final Outbox outbox;

  OrderRestart(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The caller holds the order's row; a second instance is recognised at its first step. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void start(Order order) {
    outbox.promise(
        new EngineCommand.StartOrder(
            order.orderNo(), Objects.requireNonNull(order.policyVersionId()), variables(order)));
  }

  /** What gateways ask, as a submission of the order's present round would tell it. */
  public Map<String, Object> variables(Order order) {
    return OrderVariables.of(
        order, order.round(), order.dueFen(), order.invoiceStatus() == InvoiceStatus.REQUESTED);
  }
}
