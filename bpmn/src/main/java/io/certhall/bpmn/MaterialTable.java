package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What documents an order needs: {@code materials.dmn}, asked once per order and per certificate.
 */
public final class MaterialTable {

  private static final long MEGABYTE = 1024 * 1024;

  private final DecisionTable table;
  private final HallSettings settings;

  private MaterialTable(DecisionTable table, HallSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  public static MaterialTable of(HallPack pack) {
    return new MaterialTable(
        DecisionTable.parse("materials.dmn", "materials", pack.file("materials.dmn")),
        pack.settings());
  }

  /** One certificate of the order. */
  public record Item(int seq, ItemFacts facts, List<String> seals) {}

  /**
   * What is applied for.
   *
   * @param delivery COURIER, PICKUP or DOWNLOAD; empty where none is chosen yet
   * @param represented somebody else applies for the holder
   */
  public record Question(
      String service, String holder, String delivery, boolean represented, List<Item> items) {}

  public List<MaterialItem> items(
      String service, String holder, @Nullable String deliveryMethod, List<Item> items) {
    return items(
        new Question(service, holder, deliveryMethod == null ? "" : deliveryMethod, false, items));
  }

  /** All items, in the order of the table: first the order's papers, then each certificate's. */
  public List<MaterialItem> items(Question question) {
    Map<String, MaterialItem> found = new LinkedHashMap<>();
    all(question).forEach(item -> found.put(item.code(), item));
    return new ArrayList<>(found.values());
  }

  /** How often each code is asked for; more than once is a mistake in the table. */
  Map<String, Integer> codes(Question question) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    all(question).forEach(item -> codes.merge(item.code(), 1, Integer::sum));
    return codes;
  }

  private List<MaterialItem> all(Question question) {
    List<Item> items = question.items();
    List<MaterialItem> found = new ArrayList<>();
    Map<String, Object> order = new HashMap<>();
    order.put("scope", "ORDER");
    order.put("service", question.service());
    order.put("holder", question.holder());
    order.put("type", "");
    order.put("years", 0);
    order.put("secondary", false);
    order.put(
        "changes",
        items.stream().flatMap(item -> item.facts().changes().stream()).distinct().toList());
    order.put("seals", items.stream().mapToInt(item -> item.seals().size()).sum());
    order.put("delivery", question.delivery());
    order.put("represented", question.represented());
    add(found, order, null);
    for (Item item : items) {
      Map<String, Object> facts = item.facts().variables();
      facts.put("scope", "ITEM");
      facts.put("delivery", question.delivery());
      facts.put("represented", question.represented());
      add(found, facts, item);
    }
    return found;
  }

  private void add(List<MaterialItem> found, Map<String, Object> facts, @Nullable Item item) {
    for (Map<String, Object> row : table.rows(facts)) {
      String code = DecisionTable.text(row, "code") + (item == null ? "" : "-" + item.seq());
      String suffixZh = item == null ? "" : suffix(item, "zh");
      String suffixEn = item == null ? "" : suffix(item, "en");
      String template = DecisionTable.text(row, "template");
      String sample = DecisionTable.text(row, "sample");
      Long megabytes = table.number(row, "maxMegabytes");
      found.add(
          new MaterialItem(
              code,
              DecisionTable.text(row, "label") + suffixZh,
              DecisionTable.text(row, "labelEn") + suffixEn,
              Boolean.TRUE.equals(row.get("required")),
              List.of(DecisionTable.text(row, "formats").split("\\s*,\\s*")),
              (megabytes == null ? 10 : megabytes) * MEGABYTE,
              template.isEmpty() ? null : template,
              sample.isEmpty() ? null : sample,
              item == null ? 0 : item.seq()));
    }
  }

  /** Certificate type and its seals, as in 机构证书1（公章、合同专用章）. */
  private String suffix(Item item, String language) {
    String type = settings.certificateType(item.facts().type()).label().in(language);
    String seals =
        item.seals().stream()
            .map(code -> settings.sealLabel(code).in(language))
            .collect(Collectors.joining(language.equals("zh") ? "、" : ", "));
    return language.equals("zh")
        ? " " + type + item.seq() + "（" + seals + "）"
        : " – " + type + " " + item.seq() + " (" + seals + ")";
  }
}
