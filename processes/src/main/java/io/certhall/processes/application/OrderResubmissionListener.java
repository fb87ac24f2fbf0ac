package io.certhall.processes.application;

import io.certhall.processes.security.Actor;

/** Told when a rejected order is handed in again, perhaps at another price. */
public interface OrderResubmissionListener {

  /**
   * Called in the transaction that resubmits; the order's row is held and carries the new total.
   */
  void orderResubmitted(Actor actor, String orderNo);
}
