package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.List;

/** Writes a price list from rows of cells, four tests and four outputs each. */
final class TestTable {

  private static final List<String> INPUTS =
      List.of("service", "holder", "years", "seals", "secondary", "changes");
  private static final List<String> OUTPUTS = List.of("code", "label", "unitFen", "quantity");

  private final List<String> rules = new ArrayList<>();

  /**
   * @param tests one cell per input, separated by bars
   * @param outputs code, price and quantity
   */
  TestTable row(String tests, String code, String unitFen, String quantity) {
    StringBuilder rule = new StringBuilder("<rule id=\"row-" + (rules.size() + 1) + "\">");
    for (String test : (tests + " ").split("\\|")) {
      rule.append("<inputEntry><text><![CDATA[" + test.strip() + "]]></text></inputEntry>");
    }
    for (String output : List.of("\"" + code + "\"", "\"" + code + "\"", unitFen, quantity)) {
      rule.append("<outputEntry><text>" + output + "</text></outputEntry>");
    }
    rules.add(rule.append("</rule>").toString());
    return this;
  }

  FeeTable fees() {
    return FeeTable.of(TestPacks.with("fees.dmn", text -> xml()));
  }

  String xml() {
    StringBuilder xml =
        new StringBuilder(
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\""
                + " name=\"d\" namespace=\"n\"><decision id=\"fees\" name=\"fees\"><decisionTable"
                + " hitPolicy=\"COLLECT\">");
    for (String input : INPUTS) {
      xml.append("<input><inputExpression><text>" + input + "</text></inputExpression></input>");
    }
    for (String output : OUTPUTS) {
      xml.append("<output name=\"" + output + "\"/>");
    }
    rules.forEach(xml::append);
    return xml.append("</decisionTable></decision></definitions>").toString();
  }
}
