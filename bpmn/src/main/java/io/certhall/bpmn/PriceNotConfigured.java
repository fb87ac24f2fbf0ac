package io.certhall.bpmn;

/** A fee line without a price: the hall must not take orders for it. */
public final class PriceNotConfigured extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String feeCode;

  PriceNotConfigured(String feeCode) {
    super("no price for " + feeCode);
    this.feeCode = feeCode;
  }

  /** The fee code without a price; service and type where no row fits. */
  public String feeCode() {
    return feeCode;
  }
}
