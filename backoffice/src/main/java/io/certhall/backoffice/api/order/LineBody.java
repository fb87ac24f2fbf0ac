package io.certhall.backoffice.api.order;

import io.certhall.processes.order.Order;

/**
 * One line of a price.
 *
 * @param itemSeq the certificate it is for
 */
public record LineBody(
    int itemSeq, String code, String label, long unitFen, int quantity, long amountFen) {

  public static LineBody of(Order.Line line) {
    return new LineBody(
        line.itemSeq(),
        line.code(),
        line.label(),
        line.unitFen(),
        line.quantity(),
        line.amountFen());
  }
}
