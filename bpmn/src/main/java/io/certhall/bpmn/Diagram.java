package io.certhall.bpmn;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One BPMN file: the nodes of its process, the flows between them, the errors it defines. */
final class Diagram {

  static final String FLOW = "sequenceFlow";
  static final String BOUNDARY = "boundaryEvent";
  static final String CALL = "callActivity";
  static final String END = "endEvent";

  /** What is no step: words beside the diagram, and data for tools. */
  private static final Set<String> BESIDE =
      Set.of(
          "documentation",
          "extensionElements",
          "laneSet",
          "textAnnotation",
          "association",
          "group",
          "dataObject",
          "dataObjectReference",
          "dataStoreReference",
          "property");

  private final String file;
  private final Element process;
  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, Element> flows = new LinkedHashMap<>();
  private final Map<String, String> errorCodes = new HashMap<>();

  private Diagram(String file, Document document) {
    this.file = file;
    this.process = BpmnXml.process(file, document);
    for (Element error : BpmnXml.children(document.getDocumentElement(), "error")) {
      errorCodes.put(BpmnXml.id(error), error.getAttribute("errorCode"));
    }
    for (Element element : BpmnXml.children(process, "")) {
      if (element.getLocalName().equals(FLOW)) {
        flows.put(BpmnXml.id(element), element);
      } else if (!BESIDE.contains(element.getLocalName())) {
        nodes.put(BpmnXml.id(element), element);
      }
    }
  }

  static Diagram parse(String file, String xml) {
    return new Diagram(file, BpmnXml.parse(file, xml));
  }

  static Diagram of(String file, Document document) {
    return new Diagram(file, document);
  }

  String file() {
    return file;
  }

  Element process() {
    return process;
  }

  Collection<Element> nodes() {
    return nodes.values();
  }

  Collection<Element> flows() {
    return flows.values();
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  List<Element> nodes(String kind) {
    return nodes.values().stream().filter(node -> node.getLocalName().equals(kind)).toList();
  }

  /** The one start event. */
  Element start() {
    List<Element> starts = nodes("startEvent");
    if (starts.size() != 1) {
      throw new PolicyError(
          file,
          "",
          "START_COUNT",
          "流程必须有且只有一个开始事件",
          "the process needs exactly one start event, it has " + starts.size());
    }
    return starts.getFirst();
  }

  List<Element> leaving(String id) {
    return flows.values().stream()
        .filter(flow -> flow.getAttribute("sourceRef").equals(id))
        .toList();
  }

  /** Where the one flow goes that leaves this node. */
  String next(String id) {
    List<Element> leaving = leaving(id);
    if (leaving.size() != 1) {
      throw new PolicyError(
          file,
          id,
          "OUTGOING_COUNT",
          "此元素后面必须有且只有一条连线",
          "exactly one flow must leave it, it has " + leaving.size());
    }
    return leaving.getFirst().getAttribute("targetRef");
  }

  List<Element> boundariesOf(String id) {
    return nodes(BOUNDARY).stream()
        .filter(boundary -> boundary.getAttribute("attachedToRef").equals(id))
        .toList();
  }

  static boolean interrupts(Element boundary) {
    return !boundary.getAttribute("cancelActivity").equals("false");
  }

  /** The code an error event throws or catches; empty for any other event. */
  String errorCode(Element event) {
    return BpmnXml.children(event, "errorEventDefinition").stream()
        .map(error -> errorCodes.getOrDefault(error.getAttribute("errorRef"), ""))
        .findFirst()
        .orElse("");
  }

  static boolean isErrorEvent(Element event) {
    return !BpmnXml.children(event, "errorEventDefinition").isEmpty();
  }

  /** What the order's own token reaches: everything but the branches of reminders. */
  Set<String> mainWay() {
    return reached(List.of(BpmnXml.id(start())), false);
  }

  /** What the branches beside it reach, which begin at events that interrupt nothing. */
  Set<String> sideWays() {
    Set<String> main = mainWay();
    List<String> begins =
        nodes(BOUNDARY).stream()
            .filter(boundary -> !interrupts(boundary))
            .filter(boundary -> main.contains(boundary.getAttribute("attachedToRef")))
            .map(BpmnXml::id)
            .toList();
    return reached(begins, true);
  }

  private Set<String> reached(Collection<String> begins, boolean withSideWays) {
    Set<String> reached = new LinkedHashSet<>(begins);
    Deque<String> next = new ArrayDeque<>(begins);
    while (!next.isEmpty()) {
      String id = next.pop();
      leaving(id).stream()
          .map(flow -> flow.getAttribute("targetRef"))
          .filter(reached::add)
          .forEach(next::push);
      boundariesOf(id).stream()
          .filter(boundary -> withSideWays || interrupts(boundary))
          .map(BpmnXml::id)
          .filter(reached::add)
          .forEach(next::push);
    }
    return reached;
  }
}
