package io.certhall.processes.order;

/** How the key reaches its holder. */
public enum DeliveryMethod {
  COURIER,
  PICKUP,
  DOWNLOAD
}
