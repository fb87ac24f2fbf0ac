package io.certhall.standalone.simulator.wechat;

import java.time.Instant;

/**
 * One refund at the simulated provider: processing at first, done a little later.
 *
 * @param doneAt real time at which the money has arrived
 */
record SimulatedRefund(
    String outRefundNo,
    String refundId,
    String outTradeNo,
    String reason,
    long refundFen,
    Instant createdAt,
    Instant doneAt) {

  boolean isDone(Instant now) {
    return !now.isBefore(doneAt);
  }
}
