package io.certhall.bpmn;

/** One line of a price: fee code, label, price of one unit in fen, number of units. */
public record FeeLine(String code, String label, long unitFen, int quantity) {

  public long amountFen() {
    return Math.multiplyExact(unitFen, quantity);
  }
}
