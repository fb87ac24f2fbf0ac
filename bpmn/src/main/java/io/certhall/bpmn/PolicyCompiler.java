package io.certhall.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes one flat process of a hall's {@code order.bpmn} and the blocks it calls (decision 0004):
 * the engine runs exactly what was published, in one instance, without the cost of calls. Elements
 * of a block get the id {@code call.element}; a block's end continues after the call, its error end
 * at the boundary event of the call that catches it; constant inputs of the call replace the names
 * they stand for.
 */
public final class PolicyCompiler {

  private static final String ORDER = "order.bpmn";
  private static final Set<String> LINKS = Set.of("incoming", "outgoing");

  private final HallPack pack;
  private final Document target;
  private final Element process;

  private PolicyCompiler(HallPack pack) {
    this.pack = pack;
    this.target = BpmnXml.parse(ORDER, pack.file(ORDER));
    this.process = BpmnXml.process(ORDER, target);
  }

  public static CompiledPolicy compile(HallPack pack) {
    String hash = pack.contentHash();
    String processId = "order-" + pack.hall() + "-" + hash.substring(0, 12);
    PolicyCompiler compiler = new PolicyCompiler(pack);
    return new CompiledPolicy(processId, compiler.flatten(processId), hash);
  }

  private String flatten(String processId) {
    removeDiagrams(target);
    process.setAttribute("id", processId);
    for (Element call : BpmnXml.children(process, "callActivity")) {
      splice(call);
    }
    relink();
    removeUnusedErrors();
    return BpmnXml.write(target);
  }

  private void splice(Element call) {
    String callId = BpmnXml.id(call);
    String called =
        BpmnXml.firstZeebe(call, "calledElement")
            .map(element -> element.getAttribute("processId"))
            .orElseThrow(() -> new PolicyError(ORDER, callId + " calls nothing"));
    String file = "shared/" + called + ".bpmn";
    Document source = BpmnXml.parse(file, pack.file(file));
    Element block = BpmnXml.process(file, source);
    Map<String, String> constants = constants(call);
    Map<String, String> catchers = catchers(callId, errorCodes(target));
    Map<String, String> blockErrors = errorCodes(source);

    String start = BpmnXml.id(BpmnXml.children(block, "startEvent").getFirst());
    Set<String> mainWay = mainWay(block, start);
    Map<String, String> ends = new HashMap<>();
    for (Element end : BpmnXml.children(block, "endEvent")) {
      ends.put(BpmnXml.id(end), continuation(file, end, callId, mainWay, catchers, blockErrors));
    }
    String first = outgoing(block, start, file);
    for (Element element : BpmnXml.children(block, "")) {
      String id = BpmnXml.id(element);
      if (id.equals(start) || ends.containsKey(id) || LINKS.contains(element.getLocalName())) {
        continue;
      }
      if (element.getLocalName().equals("sequenceFlow")
          && element.getAttribute("sourceRef").equals(start)) {
        continue;
      }
      Element copy = (Element) target.importNode(element, true);
      prefix(copy, callId, constants);
      if (copy.getLocalName().equals("sequenceFlow")) {
        String end = element.getAttribute("targetRef");
        copy.setAttribute("sourceRef", callId + "." + element.getAttribute("sourceRef"));
        copy.setAttribute("targetRef", ends.containsKey(end) ? ends.get(end) : callId + "." + end);
      }
      process.insertBefore(copy, call);
    }
    redirect(callId, callId + "." + first);
    remove(callId);
  }

  /** The node that follows where a block ends this way; plain ends that nobody continues stay. */
  private String continuation(
      String file,
      Element end,
      String callId,
      Set<String> mainWay,
      Map<String, String> catchers,
      Map<String, String> blockErrors) {
    List<Element> errors = BpmnXml.children(end, "errorEventDefinition");
    if (errors.isEmpty()) {
      return mainWay.contains(BpmnXml.id(end)) ? outgoing(process, callId, ORDER) : "";
    }
    String code = blockErrors.getOrDefault(errors.getFirst().getAttribute("errorRef"), "");
    String next = catchers.get(code);
    if (next == null) {
      throw new PolicyError(
          file, BpmnXml.id(end) + " throws " + code + ", which " + callId + " does not catch");
    }
    return next;
  }

  /**
   * What a token reaches without a non-interrupting event; reminder branches are not part of it.
   */
  private static Set<String> mainWay(Element block, String start) {
    Set<String> reached = new HashSet<>(Set.of(start));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String id = next.pop();
      for (Element element : BpmnXml.children(block, "")) {
        String target =
            switch (element.getLocalName()) {
              case "sequenceFlow" ->
                  element.getAttribute("sourceRef").equals(id)
                      ? element.getAttribute("targetRef")
                      : "";
              case "boundaryEvent" ->
                  element.getAttribute("attachedToRef").equals(id)
                          && !element.getAttribute("cancelActivity").equals("false")
                      ? BpmnXml.id(element)
                      : "";
              default -> "";
            };
        if (!target.isEmpty() && reached.add(target)) {
          next.push(target);
        }
      }
    }
    return reached;
  }

  private Map<String, String> catchers(String callId, Map<String, String> errors) {
    Map<String, String> next = new LinkedHashMap<>();
    for (Element boundary : BpmnXml.children(process, "boundaryEvent")) {
      if (boundary.getAttribute("attachedToRef").equals(callId)) {
        for (Element error : BpmnXml.children(boundary, "errorEventDefinition")) {
          next.put(
              errors.getOrDefault(error.getAttribute("errorRef"), ""),
              outgoing(process, BpmnXml.id(boundary), ORDER));
        }
      }
    }
    return next;
  }

  private static Map<String, String> errorCodes(Document document) {
    Map<String, String> codes = new HashMap<>();
    for (Element error : BpmnXml.children(document.getDocumentElement(), "error")) {
      codes.put(BpmnXml.id(error), error.getAttribute("errorCode"));
    }
    return codes;
  }

  private static Map<String, String> constants(Element call) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (Element input : BpmnXml.zeebe(call, "input")) {
      constants.put(
          input.getAttribute("target"), input.getAttribute("source").replaceFirst("^=", ""));
    }
    return constants;
  }

  private static String outgoing(Element scope, String id, String file) {
    return BpmnXml.children(scope, "sequenceFlow").stream()
        .filter(flow -> flow.getAttribute("sourceRef").equals(id))
        .map(flow -> flow.getAttribute("targetRef"))
        .findFirst()
        .orElseThrow(() -> new PolicyError(file, "nothing follows " + id));
  }

  /** New ids for the element and everything below it; constants put in place of their names. */
  private static void prefix(Element element, String callId, Map<String, String> constants) {
    for (String attribute : List.of("id", "attachedToRef", "default")) {
      if (element.hasAttribute(attribute)) {
        element.setAttribute(attribute, callId + "." + element.getAttribute(attribute));
      }
    }
    if (element.hasAttribute("value")) {
      element.setAttribute("value", constant(element.getAttribute("value"), constants));
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        prefix(child, callId, constants);
      } else if (node.getNodeType() == Node.TEXT_NODE && node.getNodeValue().startsWith("=")) {
        node.setNodeValue("=" + substitute(node.getNodeValue().substring(1), constants));
      }
    }
  }

  /** Headers are plain text for the engine, so a constant becomes its bare value. */
  private static String constant(String value, Map<String, String> constants) {
    if (!value.startsWith("=")) {
      return value;
    }
    String put = substitute(value.substring(1), constants);
    return put.startsWith("\"") && put.endsWith("\"") ? put.substring(1, put.length() - 1) : value;
  }

  private static String substitute(String expression, Map<String, String> constants) {
    String result = expression;
    for (Map.Entry<String, String> constant : constants.entrySet()) {
      result =
          Pattern.compile("(?<![\\w.\"])" + Pattern.quote(constant.getKey()) + "(?![\\w\"])")
              .matcher(result)
              .replaceAll(java.util.regex.Matcher.quoteReplacement(constant.getValue()));
    }
    return result;
  }

  private void redirect(String from, String to) {
    for (Element flow : BpmnXml.children(process, "sequenceFlow")) {
      if (flow.getAttribute("targetRef").equals(from)) {
        flow.setAttribute("targetRef", to);
      }
    }
  }

  /** The call, its boundary events and the flows that leave them. */
  private void remove(String callId) {
    Set<String> gone = new HashSet<>(Set.of(callId));
    for (Element boundary : BpmnXml.children(process, "boundaryEvent")) {
      if (boundary.getAttribute("attachedToRef").equals(callId)) {
        gone.add(BpmnXml.id(boundary));
      }
    }
    for (Element element : BpmnXml.children(process, "")) {
      if (gone.contains(BpmnXml.id(element)) || gone.contains(element.getAttribute("sourceRef"))) {
        process.removeChild(element);
      }
    }
  }

  /**
   * Writes each node's incoming and outgoing anew from the flows; ends that lead nowhere get one.
   */
  private void relink() {
    Map<String, Element> nodes = new LinkedHashMap<>();
    for (Element element : BpmnXml.children(process, "")) {
      if (!element.getLocalName().equals("sequenceFlow")) {
        nodes.put(BpmnXml.id(element), element);
        BpmnXml.children(element, "").stream()
            .filter(child -> LINKS.contains(child.getLocalName()))
            .forEach(element::removeChild);
      }
    }
    for (Element flow : BpmnXml.children(process, "sequenceFlow")) {
      if (flow.getAttribute("targetRef").isEmpty()) {
        String endId = flow.getAttribute("sourceRef") + "-end";
        if (!nodes.containsKey(endId)) {
          Element end = target.createElementNS(BpmnXml.BPMN, "bpmn:endEvent");
          end.setAttribute("id", endId);
          process.appendChild(end);
          nodes.put(endId, end);
        }
        flow.setAttribute("targetRef", endId);
      }
      link(nodes.get(flow.getAttribute("sourceRef")), "outgoing", BpmnXml.id(flow));
      link(nodes.get(flow.getAttribute("targetRef")), "incoming", BpmnXml.id(flow));
    }
  }

  /** After documentation and extensions, before event definitions, as the schema wants it. */
  private void link(Element node, String kind, String flowId) {
    Element link = target.createElementNS(BpmnXml.BPMN, "bpmn:" + kind);
    link.setTextContent(flowId);
    Node before = null;
    for (Element child : BpmnXml.children(node, "")) {
      String name = child.getLocalName();
      boolean head = name.equals("documentation") || name.equals("extensionElements");
      if (!head && !name.equals("incoming") && !(kind.equals("outgoing") && LINKS.contains(name))) {
        before = child;
        break;
      }
    }
    node.insertBefore(link, before);
  }

  private void removeUnusedErrors() {
    for (Element error : BpmnXml.children(target.getDocumentElement(), "error")) {
      target.getDocumentElement().removeChild(error);
    }
  }

  private static void removeDiagrams(Document document) {
    Element root = document.getDocumentElement();
    for (Node node = root.getFirstChild(); node != null; ) {
      Node next = node.getNextSibling();
      if (node instanceof Element element && element.getLocalName().equals("BPMNDiagram")) {
        root.removeChild(element);
      }
      node = next;
    }
  }
}
