package io.certhall.processes.application;

import io.certhall.bpmn.FeeLine;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.LimitTable;
import io.certhall.bpmn.PriceNotConfigured;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices and limits of an order, as its policy's tables decide them. */
@Component
class OrderRules {

  private final ApplicantFacts facts;

  OrderRules(ApplicantFacts facts) {
    this.facts = facts;
  }

  /** Who applies, as far as rules ask. */
  record Standing(@Nullable Long organisationId, String name, boolean approved) {}

  /**
   * @throws Refusal RULE when the hall does not offer the service at all
   */
  Standing standing(Actor actor, PublishedPolicy policy, Service service, Holder holder) {
    if (!policy.settings().offersService(service.name())) {
      throw Refusal.rule("service", "SERVICE_NOT_OFFERED", service.name());
    }
    return facts
        .applicant(actor.accountId(), policy.hall())
        .map(
            applicant ->
                new Standing(
                    applicant.organisationId(),
                    applicant.name(),
                    applicant.approved() || !policy.settings().profileApprovalRequired()))
        .orElseGet(() -> new Standing(null, actor.name(), holder == Holder.PERSON));
  }

  /** Every limit these items break. */
  List<Problem> brokenLimits(
      PublishedPolicy policy,
      Standing standing,
      Service service,
      List<ItemForm> items,
      String orderNo) {
    HallSettings settings = policy.settings();
    List<Problem> problems = new ArrayList<>();
    Map<ApplicantFacts.Subject, Integer> taken =
        standing.organisationId() == null
            ? new HashMap<>()
            : facts.taken(standing.organisationId(), policy.hall(), orderNo);
    Set<Long> persons = ownPersons(standing, items);
    List<LimitTable.Item> asked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ItemForm item = items.get(i);
      if (item.type() == null || !settings.offersType(item.type().name())) {
        problems.add(Problem.of("items[" + i + "].type", "TYPE_NOT_OFFERED"));
        continue;
      }
      boolean named = item.type().namesPerson();
      if (named && item.personId() != null && !persons.contains(item.personId())) {
        problems.add(Problem.of("items[" + i + "].personId", "PERSON_UNKNOWN"));
      }
      var subject =
          new ApplicantFacts.Subject(
              item.type(), named && item.personId() != null ? item.personId() : 0);
      asked.add(
          new LimitTable.Item(
              itemFacts(service, Holder.ORGANISATION, item),
              item.seals(),
              !named || item.personId() != null,
              taken.merge(subject, 1, Integer::sum) - 1));
    }
    policy
        .limits()
        .violations(service.name(), "ORGANISATION", standing.approved(), asked)
        .forEach(v -> problems.add(Problem.of(v.path(), v.code(), v.limit())));
    return problems;
  }

  private Set<Long> ownPersons(Standing standing, List<ItemForm> items) {
    if (standing.organisationId() == null) {
      return Set.of();
    }
    Set<Long> asked =
        items.stream()
            .map(ItemForm::personId)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    return facts.persons(standing.organisationId(), asked).keySet();
  }

  /** What these items cost. */
  record Total(List<Order.Line> lines, long totalFen) {}

  /**
   * @throws Refusal RULE PRICE_NOT_CONFIGURED when the hall has no price for one of them
   */
  Total quote(PublishedPolicy policy, Service service, Holder holder, List<ItemForm> items) {
    List<Order.Line> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      for (int copy = 0; copy < items.get(i).copies(); copy++) {
        lines.addAll(priced(policy, itemFacts(service, holder, items.get(i)), i));
      }
    }
    return new Total(lines, lines.stream().mapToLong(Order.Line::amountFen).sum());
  }

  List<Order.Line> lines(
      PublishedPolicy policy, Service service, Holder holder, List<Order.Item> items) {
    List<Order.Line> lines = new ArrayList<>();
    for (Order.Item item : items) {
      lines.addAll(
          priced(
              policy,
              new ItemFacts(
                  service.name(),
                  holder.name(),
                  item.type().name(),
                  item.years(),
                  item.seals().size(),
                  item.secondary()),
              item.seq() - 1));
    }
    return lines;
  }

  /** The state an order of this policy enters when it is submitted. */
  OrderState firstState(PublishedPolicy policy, Order order, long dueFen) {
    return OrderState.valueOf(
        policy.firstState(order.service().name(), order.holder().name(), dueFen));
  }

  private static List<Order.Line> priced(PublishedPolicy policy, ItemFacts item, int index) {
    try {
      List<Order.Line> lines = new ArrayList<>();
      for (FeeLine line : policy.fees().lines(item)) {
        lines.add(
            new Order.Line(
                index + 1,
                line.code(),
                line.label(),
                line.unitFen(),
                line.quantity(),
                line.amountFen()));
      }
      return lines;
    } catch (PriceNotConfigured missing) {
      throw Refusal.rule("items[" + index + "]", "PRICE_NOT_CONFIGURED", missing.feeCode());
    }
  }

  private static ItemFacts itemFacts(Service service, Holder holder, ItemForm item) {
    return new ItemFacts(
        service.name(),
        holder.name(),
        item.type().name(),
        item.years(),
        item.seals().size(),
        item.secondary());
  }
}
