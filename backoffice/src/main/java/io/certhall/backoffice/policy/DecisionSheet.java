package io.certhall.backoffice.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * A DMN decision table as rows of text.
 *
 * @param rows one text per input, output and the annotation; an empty condition is any value
 */
public record DecisionSheet(
    String name,
    String hitPolicy,
    List<String> inputs,
    List<String> outputs,
    List<List<String>> rows) {

  /** Every decision table of a DMN file, in its order. */
  public static List<DecisionSheet> of(String dmnXml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(dmnXml)))
              .getDocumentElement();
      List<DecisionSheet> sheets = new ArrayList<>();
      for (Element decision : children(root, "decision")) {
        for (Element table : children(decision, "decisionTable")) {
          sheets.add(sheet(decision, table));
        }
      }
      return sheets;
    } catch (Exception e) {
      throw new IllegalStateException("a published table can't be read", e);
    }
  }

  private static DecisionSheet sheet(Element decision, Element table) {
    List<String> inputs = new ArrayList<>();
    for (Element input : children(table, "input")) {
      String label = input.getAttribute("label");
      inputs.add(label.isEmpty() ? text(children(input, "inputExpression")) : label);
    }
    List<String> outputs = new ArrayList<>();
    for (Element output : children(table, "output")) {
      String label = output.getAttribute("label");
      outputs.add(label.isEmpty() ? output.getAttribute("name") : label);
    }
    List<List<String>> rows = new ArrayList<>();
    for (Element rule : children(table, "rule")) {
      List<String> row = new ArrayList<>();
      children(rule, "inputEntry").forEach(entry -> row.add(text(List.of(entry))));
      children(rule, "outputEntry").forEach(entry -> row.add(text(List.of(entry))));
      row.add(text(children(rule, "description")));
      rows.add(row);
    }
    String hitPolicy = table.getAttribute("hitPolicy");
    return new DecisionSheet(
        decision.getAttribute("name").isEmpty()
            ? decision.getAttribute("id")
            : decision.getAttribute("name"),
        hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy,
        inputs,
        outputs,
        rows);
  }

  private static String text(List<Element> elements) {
    if (elements.isEmpty()) {
      return "";
    }
    String text = elements.getFirst().getTextContent().strip();
    // One plain word needs no quotation marks to be read.
    return text.matches("\"[^\"]*\"") ? text.substring(1, text.length() - 1) : text;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }
}
