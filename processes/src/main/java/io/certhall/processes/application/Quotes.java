package io.certhall.processes.application;

import io.certhall.bpmn.LimitTable;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an order would cost; public, no login, nothing stored. */
@Component
public class Quotes {

  /** Limits that need no knowledge of the applicant. */
  private static final Set<String> PUBLIC_LIMITS =
      Set.of("LIMIT_COPIES", "LIMIT_SEALS", "YEARS_RANGE", "SEAL_NOT_ALLOWED");

  private final OrderRules rules;
  private final PublishedPolicies policies;

  Quotes(OrderRules rules, PublishedPolicies policies) {
    this.rules = rules;
    this.policies = policies;
  }

  public record Quote(List<Order.Line> lines, long totalFen) {}

  /**
   * @throws Refusal RULE with every limit broken, or PRICE_NOT_CONFIGURED
   */
  public Quote quote(String hall, Service service, Holder holder, List<ItemForm> items) {
    PublishedPolicy policy = policies.active(hall);
    List<Problem> problems = new ArrayList<>();
    List<LimitTable.Item> asked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ItemForm item = items.get(i);
      if (item.type() == null || !policy.settings().offersType(item.type().name())) {
        problems.add(Problem.of("items[" + i + "].type", "TYPE_NOT_OFFERED"));
        continue;
      }
      for (int copy = 0; copy < Math.clamp(item.copies(), 1, 1000); copy++) {
        asked.add(
            new LimitTable.Item(
                new io.certhall.bpmn.ItemFacts(
                    service.name(),
                    holder.name(),
                    item.type().name(),
                    item.years(),
                    item.seals().size(),
                    item.secondary()),
                item.seals(),
                true,
                0));
      }
    }
    policy.limits().violations(service.name(), holder.name(), true, asked).stream()
        .filter(violation -> PUBLIC_LIMITS.contains(violation.code()))
        .forEach(v -> problems.add(Problem.of(v.path(), v.code(), v.limit())));
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    OrderRules.Total total = rules.quote(policy, service, holder, items);
    return new Quote(total.lines(), total.totalFen());
  }
}
