package io.certhall.standalone.simulator.alipay;

import java.time.Instant;

/** Money given back under the merchant's number for it. */
record SimulatedTradeRefund(
    String outRequestNo, String outTradeNo, long amountFen, String reason, Instant at) {}
