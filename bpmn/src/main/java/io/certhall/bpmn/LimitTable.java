package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hall does not allow: {@code limits.dmn}, asked once per order and per certificate. The
 * numbers come from {@code hall.yaml}, so that what is shown and what is refused can't differ.
 */
public final class LimitTable {

  private final DecisionTable table;
  private final HallSettings settings;

  private LimitTable(DecisionTable table, HallSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  public static LimitTable of(HallPack pack) {
    return new LimitTable(
        DecisionTable.parse("limits.dmn", "limits", pack.file("limits.dmn")), pack.settings());
  }

  /**
   * One certificate asked for.
   *
   * @param taken live certificates, applications under way and earlier items of the same order with
   *     the same subject
   */
  public record Item(ItemFacts facts, List<String> seals, boolean personGiven, int taken) {}

  /** Every limit broken, at once. */
  public List<LimitViolation> violations(
      String service, String holder, boolean profileApproved, List<Item> items) {
    List<LimitViolation> found = new ArrayList<>();
    Map<String, Object> order = new HashMap<>();
    order.put("scope", "ORDER");
    order.put("service", service);
    order.put("holder", holder);
    order.put("profileApproved", profileApproved);
    order.put("items", items.size());
    order.put("type", "");
    order.put("years", 0);
    order.put("seals", 0);
    order.put("secondary", false);
    order.put("changes", List.of());
    order.put("taken", 0);
    order.put("personGiven", true);
    order.put("sealsAllowed", true);
    found.addAll(ask(order, ""));
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      Map<String, Object> facts = item.facts().variables();
      facts.put("scope", "ITEM");
      facts.put("profileApproved", profileApproved);
      facts.put("items", items.size());
      facts.put("taken", item.taken());
      facts.put("personGiven", item.personGiven());
      facts.put("sealsAllowed", sealsAllowed(item));
      found.addAll(ask(facts, "items[" + i + "]."));
    }
    return found;
  }

  private boolean sealsAllowed(Item item) {
    List<String> allowed = settings.certificateType(item.facts().type()).seals();
    return allowed.containsAll(item.seals())
        && item.seals().stream().distinct().count() == item.seals().size();
  }

  private List<LimitViolation> ask(Map<String, Object> facts, String prefix) {
    facts.put("maxItems", settings.limits().maxItems());
    facts.put("maxSeals", settings.limits().maxSeals());
    HallSettings.Years years = settings.years(String.valueOf(facts.get("service")));
    facts.put("minYears", years.min());
    facts.put("maxYears", years.max());
    return table.rows(facts).stream()
        .map(
            row ->
                new LimitViolation(
                    DecisionTable.text(row, "code"),
                    prefix + DecisionTable.text(row, "path"),
                    DecisionTable.text(row, "limit")))
        .toList();
  }
}
