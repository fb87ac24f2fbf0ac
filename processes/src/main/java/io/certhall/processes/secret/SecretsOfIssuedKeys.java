package io.certhall.processes.secret;

import io.certhall.processes.issuance.IssuedListener;
import io.certhall.processes.order.Order;
import java.util.List;
import org.springframework.stereotype.Component;

/** A key that was issued needs its PIN delivered. */
@Component
class SecretsOfIssuedKeys implements IssuedListener {

  private final SecretDeliveries deliveries;

  SecretsOfIssuedKeys(SecretDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void issued(Order order, List<Integer> itemSeqs) {
    deliveries.begin(order, itemSeqs);
  }
}
