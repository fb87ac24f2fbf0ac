package io.certhall.backoffice.order.ui;

import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.order.query.OrderRowFacts.Facts;

/**
 * An order in the applicant's list.
 *
 * @param project the hall's short name
 * @param goods quantity, kind and persons
 */
public record OrderLine(OrderRow row, String project, String goods, Facts facts) {

  /** In one line; only while the order waits to be corrected. */
  String rejection() {
    return row.state() == io.certhall.processes.order.OrderState.REJECTED
        ? String.join("; ", facts.rejection())
        : "";
  }
}
