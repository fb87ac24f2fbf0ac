package io.certhall.processes.policy.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * A decision table as columns and rows.
 *
 * @param columns labels by what the column asks or gives
 * @param rows cells by column, by the rule's id, in their order
 */
record DecisionRows(
    String name,
    String hitPolicy,
    Map<String, String> columns,
    Map<String, Map<String, String>> rows) {

  private static final String NOTE = "#note";

  static final DecisionRows NONE = new DecisionRows("", "", Map.of(), Map.of());

  /** By the decision's id. */
  static Map<String, DecisionRows> of(String dmn) {
    Map<String, DecisionRows> tables = new LinkedHashMap<>();
    XmlTree.root(dmn)
        .ifPresent(
            root ->
                XmlTree.children(root, "decision").stream()
                    .filter(decision -> !XmlTree.children(decision, "decisionTable").isEmpty())
                    .forEach(decision -> tables.put(decision.getAttribute("id"), table(decision))));
    return tables;
  }

  private static DecisionRows table(Element decision) {
    Element table = XmlTree.children(decision, "decisionTable").getFirst();
    Map<String, String> columns = new LinkedHashMap<>();
    for (Element input : XmlTree.children(table, "input")) {
      String asks =
          XmlTree.children(input, "inputExpression").stream()
              .map(XmlTree::text)
              .findFirst()
              .orElse(input.getAttribute("id"));
      columns.put("? " + asks, label(input, asks));
    }
    for (Element output : XmlTree.children(table, "output")) {
      columns.put("= " + output.getAttribute("name"), label(output, output.getAttribute("name")));
    }
    columns.put(NOTE, "");
    List<String> keys = List.copyOf(columns.keySet());
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Element rule : XmlTree.children(table, "rule")) {
      rows.put(rule.getAttribute("id"), cells(rule, keys));
    }
    return new DecisionRows(
        decision.getAttribute("name"), table.getAttribute("hitPolicy"), columns, rows);
  }

  private static Map<String, String> cells(Element rule, List<String> keys) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<Element> entries =
        XmlTree.children(rule, "").stream()
            .filter(
                child ->
                    child.getLocalName().equals("inputEntry")
                        || child.getLocalName().equals("outputEntry"))
            .toList();
    IntStream.range(0, Math.min(entries.size(), keys.size() - 1))
        .forEach(i -> cells.put(keys.get(i), XmlTree.text(entries.get(i))));
    XmlTree.children(rule, "description").stream()
        .findFirst()
        .ifPresent(note -> cells.put(NOTE, XmlTree.text(note)));
    return cells;
  }

  private static String label(Element column, String otherwise) {
    String label = column.getAttribute("label");
    return label.isBlank() ? otherwise : label;
  }
}
