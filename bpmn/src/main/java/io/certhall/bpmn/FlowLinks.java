package io.certhall.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The {@code incoming} and {@code outgoing} of every node, written anew from the flows. */
final class FlowLinks {

  private static final Set<String> LINKS = Set.of("incoming", "outgoing");
  private static final Set<String> HEAD = Set.of("documentation", "extensionElements");

  private FlowLinks() {}

  static void rewrite(Element process) {
    Map<String, Element> nodes = new LinkedHashMap<>();
    for (Element element : BpmnXml.children(process, "")) {
      if (!element.getLocalName().equals(Diagram.FLOW)) {
        nodes.put(BpmnXml.id(element), element);
        BpmnXml.children(element, "").stream()
            .filter(child -> LINKS.contains(child.getLocalName()))
            .forEach(element::removeChild);
      }
    }
    for (Element flow : BpmnXml.children(process, Diagram.FLOW)) {
      link(nodes.get(flow.getAttribute("sourceRef")), "outgoing", flow);
      link(nodes.get(flow.getAttribute("targetRef")), "incoming", flow);
    }
  }

  /** After documentation and extensions, before event definitions, as the schema wants it. */
  private static void link(
      @org.jspecify.annotations.Nullable Element node, String kind, Element flow) {
    if (node == null) {
      throw new PolicyError(
          PolicyCompiler.ORDER,
          BpmnXml.id(flow),
          "FLOW_DANGLING",
          "连线的一端没有接上",
          "one end of the flow is not connected");
    }
    Element link = node.getOwnerDocument().createElementNS(BpmnXml.BPMN, "bpmn:" + kind);
    link.setTextContent(BpmnXml.id(flow));
    Node before = null;
    for (Element child : BpmnXml.children(node, "")) {
      String name = child.getLocalName();
      boolean stays =
          HEAD.contains(name)
              || name.equals("incoming")
              || (kind.equals("outgoing") && name.equals("outgoing"));
      if (!stays) {
        before = child;
        break;
      }
    }
    node.insertBefore(link, before);
  }
}
