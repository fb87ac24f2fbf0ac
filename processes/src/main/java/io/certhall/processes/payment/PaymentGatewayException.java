package io.certhall.processes.payment;

import org.jspecify.annotations.Nullable;

/** All that can go wrong between us and a payment provider. */
public abstract sealed class PaymentGatewayException extends RuntimeException
    permits NotificationRefused, PaymentFault {

  private static final long serialVersionUID = 1L;

  PaymentGatewayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
