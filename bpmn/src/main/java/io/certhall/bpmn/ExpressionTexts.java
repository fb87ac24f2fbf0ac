package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every expression below an element: conditions, time limits and values of headers. */
final class ExpressionTexts {

  private ExpressionTexts() {}

  static List<String> of(Element element) {
    List<String> texts = new ArrayList<>();
    collect(element, texts);
    return texts;
  }

  private static void collect(Element element, List<String> texts) {
    if (Feel.isExpression(element.getAttribute("value"))) {
      texts.add(element.getAttribute("value"));
    }
    if (!BpmnXml.hasChildElements(element) && Feel.isExpression(element.getTextContent())) {
      texts.add(element.getTextContent());
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        collect(child, texts);
      }
    }
  }
}
