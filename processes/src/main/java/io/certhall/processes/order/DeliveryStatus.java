package io.certhall.processes.order;

/** Delivery track of an order, apart from its state. */
public enum DeliveryStatus {
  NONE,
  SHIP_PENDING,
  SHIPPED,
  RECEIVED,
  PICKUP_PENDING,
  PICKED_UP
}
