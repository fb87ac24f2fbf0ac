package io.certhall.processes.order;

/** In whose name the order is made. */
public enum Holder {
  ORGANISATION,
  PERSON
}
