package io.certhall.processes.secret;

import io.certhall.processes.issuance.IssuedListener;
import io.certhall.processes.order.Order;
import java.util.List;
import org.springframework.stereotype.Component;

/** A key that was issued needs its PIN delivered. */
@Component
class SecretsOfIssuedKeys implements IssuedListener {

  private final SecretCreation creation;

  SecretsOfIssuedKeys(SecretCreation creation) {
    this.creation = creation;
  }

  @Override
  public void issued(Order order, List<Integer> itemSeqs) {
    creation.begin(order, itemSeqs);
  }
}
