package io.certhall.bpmn;

import java.util.List;
import org.w3c.dom.Element;

/**
 * The first waiting step of a compiled process, so that a submitted order shows its state before
 * the engine has answered. Gateways on the way may only ask whether something is due.
 */
public final class FirstStep {

  private final Element process;

  private FirstStep(Element process) {
    this.process = process;
  }

  public static FirstStep of(String compiledBpmn) {
    return new FirstStep(BpmnXml.process("order.bpmn", BpmnXml.parse("order.bpmn", compiledBpmn)));
  }

  /** The order state of that step. */
  public String state(boolean somethingDue) {
    String id = BpmnXml.id(BpmnXml.children(process, "startEvent").getFirst());
    for (int hops = 0; hops < 50; hops++) {
      Element node = node(id);
      if (node.getLocalName().equals("userTask")) {
        return BpmnXml.zeebe(node, "header").stream()
            .filter(header -> header.getAttribute("key").equals("state"))
            .map(header -> header.getAttribute("value"))
            .findFirst()
            .orElseThrow(() -> new PolicyError("order.bpmn", node.getAttribute("id") + ": state"));
      }
      id = next(node, somethingDue);
    }
    throw new PolicyError("order.bpmn", "no waiting step near the start");
  }

  private String next(Element node, boolean somethingDue) {
    List<Element> flows =
        BpmnXml.children(process, "sequenceFlow").stream()
            .filter(flow -> flow.getAttribute("sourceRef").equals(BpmnXml.id(node)))
            .toList();
    return flows.stream()
        .filter(flow -> flows.size() == 1 || asksForDue(flow) == somethingDue)
        .map(flow -> flow.getAttribute("targetRef"))
        .findFirst()
        .orElseThrow(() -> new PolicyError("order.bpmn", BpmnXml.id(node) + " leads nowhere"));
  }

  private static boolean asksForDue(Element flow) {
    return BpmnXml.children(flow, "conditionExpression").stream()
        .anyMatch(condition -> condition.getTextContent().matches("=\\s*dueFen\\s*>\\s*0\\s*"));
  }

  private Element node(String id) {
    return BpmnXml.children(process, "").stream()
        .filter(element -> BpmnXml.id(element).equals(id))
        .findFirst()
        .orElseThrow(() -> new PolicyError("order.bpmn", "no element " + id));
  }
}
