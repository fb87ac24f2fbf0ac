package io.certhall.standalone.simulator.wallet;

import java.time.Duration;

/** A report to the merchant, ready to be sent. */
public record WalletReport(String id, long amountFen, Sending sending) {

  /** Sends that many copies after that time. */
  public interface Sending {
    void send(int times, Duration delay);
  }
}
