package io.certhall.standalone.simulator.alipay;

import java.time.Instant;

/**
 * A report to the merchant. Its amount may differ from the trade's: then it is a false one, to see
 * whether the merchant looks.
 *
 * @param body the signed form, the same for each attempt
 * @param ended accepted by the merchant, or given up
 */
record AlipayReport(
    String notifyId,
    String outTradeNo,
    long amountFen,
    Instant createdAt,
    String body,
    boolean ended) {

  AlipayReport end() {
    return new AlipayReport(notifyId, outTradeNo, amountFen, createdAt, body, true);
  }
}
