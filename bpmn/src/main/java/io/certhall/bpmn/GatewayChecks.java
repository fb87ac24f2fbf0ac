package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * Whether a gateway always has exactly one way out, tried with every combination of the values its
 * conditions can meet. Without a way out an order would stand still.
 */
final class GatewayChecks {

  /** Where findings go. */
  interface Report {
    void tell(Element element, String code, String zh, String en);
  }

  private final Diagram diagram;
  private final Element gateway;
  private final Report error;
  private final Report warning;

  GatewayChecks(Diagram diagram, Element gateway, Report error, Report warning) {
    this.diagram = diagram;
    this.gateway = gateway;
    this.error = error;
    this.warning = warning;
  }

  void run() {
    List<Element> flows = diagram.leaving(BpmnXml.id(gateway));
    if (flows.size() < 2) {
      return;
    }
    String standard = gateway.getAttribute("default");
    List<String> conditions = new ArrayList<>();
    for (Element flow : flows) {
      if (!BpmnXml.id(flow).equals(standard)) {
        String condition = condition(flow);
        if (!usable(condition)) {
          return;
        }
        conditions.add(Feel.body(condition));
      }
    }
    tryAll(conditions, !standard.isEmpty());
  }

  private static String condition(Element flow) {
    return BpmnXml.children(flow, "conditionExpression").stream()
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private boolean usable(String condition) {
    if (condition.isBlank()) {
      error.tell(
          gateway,
          "GATEWAY_INCOMPLETE",
          "每条连线都要有条件，或设为默认分支",
          "each flow needs a condition or must be the default");
      return false;
    }
    if (!Feel.isExpression(condition) || !Feel.parses(Feel.body(condition))) {
      error.tell(
          gateway, "CONDITION_INVALID", "条件写法不对：" + condition, "not a condition: " + condition);
      return false;
    }
    for (String name : Feel.names(Feel.body(condition))) {
      if (!PolicyVocabulary.VARIABLES.containsKey(name)) {
        error.tell(
            gateway,
            "VARIABLE_UNKNOWN",
            "条件中的变量未知：" + name,
            "unknown variable in a condition: " + name);
        return false;
      }
    }
    return true;
  }

  private void tryAll(List<String> conditions, boolean hasDefault) {
    Set<String> names = new TreeSet<>();
    conditions.forEach(condition -> names.addAll(Feel.names(condition)));
    for (Map<String, Object> values : combinations(List.copyOf(names))) {
      long open =
          conditions.stream()
              .filter(condition -> Boolean.TRUE.equals(Feel.value(condition, values)))
              .count();
      if (open == 0 && !hasDefault) {
        error.tell(
            gateway,
            "GATEWAY_INCOMPLETE",
            "以下情况没有出路：" + values,
            "there is no way out when " + values);
        return;
      }
      if (open > 1) {
        warning.tell(
            gateway,
            "GATEWAY_AMBIGUOUS",
            "以下情况有多条出路，只走第一条：" + values,
            "several ways are open, only the first is taken, when " + values);
        return;
      }
    }
  }

  private static List<Map<String, Object>> combinations(List<String> names) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (String name : names) {
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Map<String, Object> one : all) {
        for (Object value : PolicyVocabulary.VARIABLES.getOrDefault(name, List.of())) {
          Map<String, Object> next = new LinkedHashMap<>(one);
          next.put(name, value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
