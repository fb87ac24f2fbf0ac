package io.certhall.processes.payment;

/** How an order can be paid. */
public enum PaymentMethod {
  WECHAT,
  ALIPAY,
  TRANSFER
}
