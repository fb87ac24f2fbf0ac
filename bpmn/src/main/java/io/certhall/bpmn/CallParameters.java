package io.certhall.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a call gives its block: inputs with a constant, which replace the names they stand for when
 * the policy is compiled, so that a changed time limit is a change of the published process.
 */
final class CallParameters {

  private static final Set<String> TIMES = Set.of("timeDuration", "timeCycle", "timeDate");

  private final Map<String, String> constants = new LinkedHashMap<>();

  private CallParameters() {}

  static CallParameters of(String file, Element call) {
    CallParameters parameters = new CallParameters();
    for (Element input : BpmnXml.zeebe(call, "input")) {
      String name = input.getAttribute("target");
      String source = input.getAttribute("source");
      String value = Feel.body(source);
      if (!Feel.isExpression(source) || !Feel.parses(value) || !Feel.names(value).isEmpty()) {
        throw new PolicyError(
            file,
            BpmnXml.id(call),
            "PARAMETER_NOT_CONSTANT",
            "参数" + name + "必须是固定值，例如 =\"P15D\"，现为 " + source,
            "the input " + name + " must be a constant such as =\"P15D\", not " + source);
      }
      parameters.constants.put(name, value);
    }
    return parameters;
  }

  Set<String> names() {
    return new TreeSet<>(constants.keySet());
  }

  /** Puts the constants into every expression and header below this element. */
  void putInto(Element element) {
    if (element.hasAttribute("value")) {
      element.setAttribute("value", plain(element.getAttribute("value")));
    }
    String text = ownText(element);
    if (Feel.isExpression(text)) {
      element.setTextContent(
          TIMES.contains(element.getLocalName())
              ? plain(text)
              : "=" + Feel.substitute(Feel.body(text), constants));
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        putInto(child);
      }
    }
  }

  /** Headers and time limits need no expression: a text constant becomes its bare words. */
  private String plain(String value) {
    if (!Feel.isExpression(value)) {
      return value;
    }
    String expression = Feel.substitute(Feel.body(value), constants);
    String words = Feel.quoted(expression);
    return words == null ? "=" + expression : words;
  }

  private static String ownText(Element element) {
    return BpmnXml.hasChildElements(element) ? "" : element.getTextContent();
  }
}
