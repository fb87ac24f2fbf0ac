package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A decision table as it is written: what evaluation hides, such as cells left empty. */
record DecisionCells(String hitPolicy, List<String> inputs, List<String> outputs, List<Row> rows) {

  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  /**
   * One row.
   *
   * @param outputs cell by output name
   */
  record Row(String id, List<String> tests, Map<String, String> outputs) {}

  static DecisionCells of(String file, String xml) {
    Element root = BpmnXml.parse(file, xml).getDocumentElement();
    List<Element> tables = below(root, "decisionTable");
    if (tables.size() != 1) {
      throw new PolicyError(file, "must hold exactly one decision table");
    }
    Element table = tables.getFirst();
    List<String> inputs =
        below(table, "inputExpression").stream().map(DecisionCells::text).toList();
    List<String> names =
        below(table, "output").stream().map(output -> output.getAttribute("name")).toList();
    List<Row> rows = new ArrayList<>();
    for (Element rule : below(table, "rule")) {
      List<String> cells = below(rule, "outputEntry").stream().map(DecisionCells::text).toList();
      Map<String, String> outputs = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
        outputs.put(names.get(i), cells.get(i));
      }
      List<String> tests = below(rule, "inputEntry").stream().map(DecisionCells::text).toList();
      rows.add(new Row(rule.getAttribute("id"), tests, outputs));
    }
    return new DecisionCells(table.getAttribute("hitPolicy"), inputs, names, rows);
  }

  private static List<Element> below(Element element, String name) {
    List<Element> found = new ArrayList<>();
    var list = element.getElementsByTagNameNS(DMN, name);
    for (int i = 0; i < list.getLength(); i++) {
      found.add((Element) list.item(i));
    }
    return found;
  }

  private static String text(Element cell) {
    return below(cell, "text").stream()
        .map(text -> text.getTextContent().strip())
        .findFirst()
        .orElse("");
  }
}
