package io.certhall.standalone.simulator.wechat;

import java.time.Instant;

/**
 * A report to the merchant. Its amount may differ from the order's: then it is a false one, to see
 * whether the merchant looks.
 *
 * @param body signed afresh for each attempt, otherwise always the same
 * @param ended accepted by the merchant, or given up
 */
record SimulatedNotification(
    String id, String outTradeNo, long amountFen, Instant createdAt, String body, boolean ended) {

  SimulatedNotification end() {
    return new SimulatedNotification(id, outTradeNo, amountFen, createdAt, body, true);
  }
}
