package io.certhall.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Puts a block in the place of the call that calls it. The token enters at the node after the
 * block's start; where the block ends it goes on after the call; where it ends with an error, at
 * the boundary event of the call that catches it. Branches of reminders keep their own ends.
 */
final class BlockSplice {

  private static final Set<String> STEPS =
      Set.of(
          "userTask",
          "serviceTask",
          "exclusiveGateway",
          "boundaryEvent",
          "intermediateCatchEvent",
          "endEvent");

  private final Diagram order;
  private final Element call;
  private final String callId;
  private final Diagram block;
  private final CallParameters parameters;
  private final String start;
  private final Map<String, String> continuations = new HashMap<>();

  BlockSplice(HallPack pack, Diagram order, Element call) {
    this.order = order;
    this.call = call;
    this.callId = BpmnXml.id(call);
    String file = blockFile(call);
    if (!pack.files().containsKey(file)) {
      throw new PolicyError(
          order.file(), callId, "BLOCK_UNKNOWN", "调用的流程不存在：" + file, "there is no " + file);
    }
    this.block = Diagram.parse(file, pack.file(file));
    this.parameters = CallParameters.of(order.file(), call);
    this.start = BpmnXml.id(block.start());
  }

  /** The file of the block behind a call. */
  static String blockFile(Element call) {
    return "shared/"
        + BpmnXml.firstZeebe(call, "calledElement")
            .map(called -> called.getAttribute("processId"))
            .orElse("")
        + ".bpmn";
  }

  void apply() {
    Set<String> mainWay = block.mainWay();
    for (Element end : block.nodes(Diagram.END)) {
      String id = BpmnXml.id(end);
      if (Diagram.isErrorEvent(end)) {
        continuations.put(id, catcher(end));
      } else if (mainWay.contains(id)) {
        continuations.put(id, order.next(callId));
      }
    }
    String first = block.next(start);
    block.nodes().forEach(this::copyNode);
    block.flows().forEach(this::copyFlow);
    redirect(callId, continuations.getOrDefault(first, callId + "." + first));
    removeCall();
  }

  private String catcher(Element end) {
    String code = block.errorCode(end);
    return order.boundariesOf(callId).stream()
        .filter(boundary -> Diagram.isErrorEvent(boundary))
        .filter(boundary -> order.errorCode(boundary).equals(code))
        .map(boundary -> order.next(BpmnXml.id(boundary)))
        .findFirst()
        .orElseThrow(
            () ->
                new PolicyError(
                    order.file(),
                    callId,
                    "ERROR_NOT_CAUGHT",
                    "没有处理" + block.file() + "抛出的错误：" + code,
                    "does not catch " + code + ", thrown in " + block.file()));
  }

  private void copyNode(Element node) {
    String id = BpmnXml.id(node);
    if (id.equals(start) || continuations.containsKey(id)) {
      return;
    }
    if (!STEPS.contains(node.getLocalName())) {
      throw new PolicyError(
          block.file(),
          id,
          "ELEMENT_UNSUPPORTED",
          "共用流程中不支持此元素：" + node.getLocalName(),
          "a block can't hold a " + node.getLocalName());
    }
    insert(node);
  }

  private void copyFlow(Element flow) {
    if (flow.getAttribute("sourceRef").equals(start)) {
      return;
    }
    String target = flow.getAttribute("targetRef");
    Element copy = insert(flow);
    copy.setAttribute("sourceRef", callId + "." + flow.getAttribute("sourceRef"));
    copy.setAttribute("targetRef", continuations.getOrDefault(target, callId + "." + target));
  }

  private Element insert(Element element) {
    Element copy = (Element) call.getOwnerDocument().importNode(element, true);
    prefix(copy);
    parameters.putInto(copy);
    removeEmptyHeaders(copy);
    call.getParentNode().insertBefore(copy, call);
    keepErrors(element);
    return copy;
  }

  /** A message the hall leaves out is no message, not one without a name. */
  private static void removeEmptyHeaders(Element element) {
    for (Element header : BpmnXml.zeebe(element, "header")) {
      if (header.getAttribute("value").isEmpty()) {
        header.getParentNode().removeChild(header);
      }
    }
  }

  /** New ids for the element and everything below it. */
  private void prefix(Element element) {
    for (String attribute : List.of("id", "attachedToRef", "default", "errorRef")) {
      if (element.hasAttribute(attribute)) {
        element.setAttribute(attribute, callId + "." + element.getAttribute(attribute));
      }
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        prefix(child);
      }
    }
  }

  /** Errors that a step of the block catches itself are defined beside the process. */
  private void keepErrors(Element event) {
    for (Element caught : BpmnXml.children(event, "errorEventDefinition")) {
      String id = callId + "." + caught.getAttribute("errorRef");
      Element root = call.getOwnerDocument().getDocumentElement();
      if (BpmnXml.children(root, "error").stream().noneMatch(e -> BpmnXml.id(e).equals(id))) {
        Element error = call.getOwnerDocument().createElementNS(BpmnXml.BPMN, "bpmn:error");
        error.setAttribute("id", id);
        error.setAttribute("errorCode", block.errorCode(event));
        root.appendChild(error);
      }
    }
  }

  private void redirect(String from, String to) {
    for (Element flow : BpmnXml.children(order.process(), Diagram.FLOW)) {
      if (flow.getAttribute("targetRef").equals(from)) {
        flow.setAttribute("targetRef", to);
      }
    }
  }

  /** The call, its boundary events and the flows that leave them. */
  private void removeCall() {
    Set<String> gone = new HashSet<>(Set.of(callId));
    order.boundariesOf(callId).forEach(boundary -> gone.add(BpmnXml.id(boundary)));
    for (Element element : BpmnXml.children(order.process(), "")) {
      if (gone.contains(BpmnXml.id(element)) || gone.contains(element.getAttribute("sourceRef"))) {
        order.process().removeChild(element);
      }
    }
  }
}
