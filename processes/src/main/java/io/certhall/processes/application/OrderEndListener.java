package io.certhall.processes.application;

import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;

/** A feature that has something to put in order when an order ends early, e.g. money to return. */
public interface OrderEndListener {

  /** Called in the transaction that ends the order; {@code order} is as it was before. */
  void orderEnded(Actor actor, Order order);
}
