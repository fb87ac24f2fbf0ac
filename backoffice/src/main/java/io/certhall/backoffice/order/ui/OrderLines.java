package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.order.query.OrderRowFacts;
import io.certhall.processes.order.query.OrderRowFacts.Facts;
import io.certhall.processes.policy.PublishedPolicies;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows of a page with all their columns. */
@Component
class OrderLines {

  private final OrderRowFacts facts;
  private final PublishedPolicies policies;

  OrderLines(OrderRowFacts facts, PublishedPolicies policies) {
    this.facts = facts;
    this.policies = policies;
  }

  List<OrderLine> of(List<OrderRow> rows) {
    Map<String, Facts> known = facts.of(rows.stream().map(OrderRow::orderNo).toList());
    return rows.stream()
        .map(
            row -> {
              Facts its = known.get(row.orderNo());
              HallSettings hall = policies.active(row.hall()).settings();
              return new OrderLine(
                  row, Texts.of(hall.shortName()), GoodsText.of(hall, its.goods()), its);
            })
        .toList();
  }
}
