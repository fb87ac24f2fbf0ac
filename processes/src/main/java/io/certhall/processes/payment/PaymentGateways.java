package io.certhall.processes.payment;

import io.certhall.processes.refusal.Refusal;
import java.net.URI;

/** Which merchant account takes a hall's money. */
public interface PaymentGateways {

  /**
   * @throws Refusal RULE METHOD_NOT_OFFERED when the hall has no account for this method
   */
  PaymentGateway of(String hall, PaymentMethod method);

  /** Where this provider reports payments of the hall. */
  URI notifyUrl(String hall, PaymentMethod method);
}
