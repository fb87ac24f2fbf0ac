package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LimitTable;
import io.certhall.processes.order.ChangeKind;
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

  private final PublishedPolicies policies;

  Quotes(PublishedPolicies policies) {
    this.policies = policies;
  }

  public record Quote(List<Order.Line> lines, long totalFen) {}

  /** As below, for a service that changes nothing. */
  public Quote quote(String hall, Service service, Holder holder, List<ItemForm> items) {
    return quote(hall, service, holder, items, List.of());
  }

  /**
   * @param changes what a CHANGE changes
   * @throws Refusal RULE with every limit broken, or PRICE_NOT_CONFIGURED
   */
  public Quote quote(
      String hall, Service service, Holder holder, List<ItemForm> items, List<ChangeKind> changes) {
    PublishedPolicy policy = policies.active(hall);
    HallSettings settings = policy.settings();
    refuseNotOffered(settings, service, holder);
    List<ItemForm> priced = items.stream().map(item -> years(settings, service, item)).toList();
    List<Problem> problems = new ArrayList<>();
    List<LimitTable.Item> asked = new ArrayList<>();
    for (int i = 0; i < priced.size(); i++) {
      ItemForm item = priced.get(i);
      if (item.type() == null || !settings.offersType(item.type().name(), holder.name())) {
        problems.add(Problem.of("items[" + i + "].type", "TYPE_NOT_OFFERED"));
        continue;
      }
      for (int copy = 0; copy < Math.clamp(item.copies(), 1, 1000); copy++) {
        asked.add(
            new LimitTable.Item(
                OrderPrices.facts(service, holder, item, changes), item.seals(), true, 0));
      }
    }
    policy.limits().violations(service.name(), holder.name(), true, asked).stream()
        .filter(violation -> PUBLIC_LIMITS.contains(violation.code()))
        .forEach(v -> problems.add(Problem.of(v.path(), v.code(), v.limit())));
    problems.addAll(CertificateRules.changes(settings, holder, changes));
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    OrderPrices.Total total = OrderPrices.quote(policy, service, holder, priced, changes);
    return new Quote(total.lines(), total.totalFen());
  }

  private static void refuseNotOffered(HallSettings settings, Service service, Holder holder) {
    if (!settings.offersService(service.name())) {
      throw Refusal.rule("service", "SERVICE_NOT_OFFERED", service.name());
    }
    if (!settings.offersService(service.name(), holder.name())) {
      throw Refusal.rule("holder", "HOLDER_NOT_OFFERED");
    }
  }

  /** Where the hall does not ask for years, or leaves no choice, they need not be given. */
  private static ItemForm years(HallSettings settings, Service service, ItemForm item) {
    HallSettings.Years range = settings.years(service.name());
    boolean free = !settings.asksYears(service.name());
    int years =
        free
            ? Math.clamp(item.years(), range.min(), range.max())
            : item.years() == 0 && range.min() == range.max() ? range.min() : item.years();
    return new ItemForm(
        item.type(),
        item.personId(),
        years,
        item.copies(),
        item.seals(),
        item.secondary(),
        item.certificateSerial());
  }
}
