package io.certhall.processes.issuance;

import io.certhall.processes.order.Order;
import java.util.List;

/** A feature that has something to do once certificates are issued. */
public interface IssuedListener {

  /** Called in the transaction that stores the certificates, once for each of them. */
  void issued(Order order, List<Integer> itemSeqs);
}
