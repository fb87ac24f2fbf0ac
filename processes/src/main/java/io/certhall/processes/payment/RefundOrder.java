package io.certhall.processes.payment;

import java.util.regex.Pattern;

/**
 * Money to give back on a payment. Ask again with the same {@code refundNo} after a fault: the
 * provider pays it once.
 *
 * @param refundNo ours, up to 64 of letters, digits, {@code _ - | * @}
 * @param refundFen this part, more than 0, at most {@code totalFen}
 * @param totalFen the whole payment
 * @param reason shown to the payer, 1 to 80 characters
 */
public record RefundOrder(
    String refundNo, String paymentNo, long refundFen, long totalFen, String reason) {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_\\-|*@]{1,64}");
  private static final int LONGEST_REASON = 80;

  public RefundOrder {
    PrepayOrder.requireNumber("refundNo", refundNo, NUMBER);
    if (refundFen <= 0 || refundFen > totalFen) {
      throw new IllegalArgumentException(
          "refundFen must be between 1 and totalFen %d, not %d".formatted(totalFen, refundFen));
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "reason must have 1 to 80 characters, not " + reason.length());
    }
  }
}
