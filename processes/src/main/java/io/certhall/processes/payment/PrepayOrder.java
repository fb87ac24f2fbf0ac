package io.certhall.processes.payment;

import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What a provider needs to open a payment.
 *
 * @param paymentNo our number for this payment, 6 to 32 of letters, digits, {@code _ - | *}
 * @param description shown to the payer, 1 to 127 characters
 * @param amountFen more than 0
 * @param expiresAt when the payment can no longer be made
 * @param notifyUrl where the provider reports the result; without a query
 */
public record PrepayOrder(
    String paymentNo, String description, long amountFen, Instant expiresAt, URI notifyUrl) {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_\\-|*]{6,32}");
  private static final int LONGEST_DESCRIPTION = 127;

  public PrepayOrder {
    requireNumber("paymentNo", paymentNo, NUMBER);
    if (description.isBlank() || description.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description must have 1 to 127 characters, not " + description.length());
    }
    if (amountFen <= 0) {
      throw new IllegalArgumentException("amountFen must be more than 0, not " + amountFen);
    }
    if (!notifyUrl.isAbsolute() || notifyUrl.getQuery() != null) {
      throw new IllegalArgumentException(
          "notifyUrl must be absolute and without a query: " + notifyUrl);
    }
  }

  static void requireNumber(String field, String value, Pattern shape) {
    if (!shape.matcher(value).matches()) {
      throw new IllegalArgumentException(
          field + " must match " + shape.pattern() + ": '" + value + "'");
    }
  }
}
