package io.certhall.processes.payment;

/**
 * One merchant account at one provider. No call touches our database; every call throws {@link
 * PaymentFault} when the provider cannot be reached, cannot be believed or refuses.
 */
public interface PaymentGateway {

  PaymentMethod method();

  /** Opens a payment. Asking again with the same number and content gives a usable code again. */
  PrepayResult prepay(PrepayOrder order);

  /** {@link ProviderPaymentState#NOT_FOUND} when the provider never saw the number. */
  ProviderPayment query(String paymentNo);

  /**
   * Ends an unpaid payment. Closing a closed one is fine; a paid one is refused with a permanent
   * fault {@code ORDERPAID}.
   */
  void close(String paymentNo);

  /** Starts a refund, or tells the state of the one already started under this number. */
  ProviderRefund refund(RefundOrder order);

  ProviderRefund queryRefund(String paymentNo, String refundNo);

  /** Throws {@link NotificationRefused} unless origin, time, merchant and currency are proven. */
  PaymentNotification parseNotification(NotificationRequest request);
}
