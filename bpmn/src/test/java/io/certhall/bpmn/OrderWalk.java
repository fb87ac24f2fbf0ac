package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Runs one order through a compiled process: gateways are asked, every step has an answer. */
final class OrderWalk {

  private static final Map<String, Object> GOOD =
      Map.of("approved", true, "installed", true, "done", true);

  private final Diagram process;
  private final Map<String, Object> variables = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> answers = new TreeMap<>();

  private OrderWalk(Diagram process) {
    this.process = process;
  }

  static OrderWalk of(HallPack pack, String service, String holder, long dueFen, String delivery) {
    OrderWalk walk =
        new OrderWalk(Diagram.parse("order.bpmn", PolicyCompiler.compile(pack).bpmnXml()));
    walk.variables.putAll(
        Map.of(
            "service",
            service,
            "holder",
            holder,
            "dueFen",
            dueFen,
            "deliveryMethod",
            delivery,
            "invoiceWanted",
            dueFen > 0));
    return walk;
  }

  /** What this step answers the next time the order comes; after the last one all is well. */
  OrderWalk answer(String elementId, String name, Object value) {
    answers.computeIfAbsent(elementId, id -> new ArrayList<>()).add(Map.of(name, value));
    return this;
  }

  /** States of the waiting steps and types of the jobs that change something, then the end. */
  List<String> steps() {
    List<String> steps = new ArrayList<>();
    String id = BpmnXml.id(process.start());
    for (int hops = 0; hops < 200; hops++) {
      Element node = node(id);
      switch (node.getLocalName()) {
        case "userTask" -> {
          steps.add(header(node, "state"));
          variables.putAll(answerOf(id));
        }
        case "serviceTask" ->
            steps.add(BpmnXml.firstZeebe(node, "taskDefinition").get().getAttribute("type"));
        case "endEvent" -> {
          steps.add(id);
          return steps;
        }
        default -> {}
      }
      id = next(node);
    }
    throw new AssertionError("goes round for ever: " + steps);
  }

  private Map<String, Object> answerOf(String id) {
    List<Map<String, Object>> waiting = answers.getOrDefault(id, List.of());
    return waiting.isEmpty() ? GOOD : waiting.removeFirst();
  }

  private String next(Element node) {
    String id = BpmnXml.id(node);
    List<Element> flows = process.leaving(id);
    if (flows.size() == 1) {
      return flows.getFirst().getAttribute("targetRef");
    }
    return flows.stream()
        .filter(this::isOpen)
        .findFirst()
        .or(
            () ->
                flows.stream()
                    .filter(flow -> BpmnXml.id(flow).equals(node.getAttribute("default")))
                    .findFirst())
        .orElseThrow(() -> new AssertionError("stands still at " + id + " with " + variables))
        .getAttribute("targetRef");
  }

  private boolean isOpen(Element flow) {
    return BpmnXml.children(flow, "conditionExpression").stream()
        .anyMatch(
            condition ->
                Boolean.TRUE.equals(Feel.value(Feel.body(condition.getTextContent()), variables)));
  }

  private Element node(String id) {
    return process.nodes().stream()
        .filter(node -> BpmnXml.id(node).equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String header(Element task, String key) {
    return BpmnXml.zeebe(task, "header").stream()
        .filter(header -> header.getAttribute("key").equals(key))
        .map(header -> header.getAttribute("value"))
        .findFirst()
        .orElseThrow();
  }
}
