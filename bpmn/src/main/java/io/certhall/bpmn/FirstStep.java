package io.certhall.bpmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * The next waiting step of a compiled process, so that an order shows its state before the engine
 * has answered. Gateways on the way are asked with the variables the engine will have.
 */
public final class FirstStep {

  private static final String FILE = "order.bpmn";
  private static final int FARTHEST = 50;

  private static final int MOST_ANSWERS = 1_000;

  private record Question(String elementId, Map<String, Object> variables) {}

  private final Diagram process;
  private final Map<Question, String> answers = new HashMap<>();

  private final String start;

  private FirstStep(Diagram process) {
    this.process = process;
    this.start = BpmnXml.id(process.start());
  }

  public static FirstStep of(String compiledBpmn) {
    return new FirstStep(Diagram.parse(FILE, compiledBpmn));
  }

  /**
   * The state of an order that starts with these variables; COMPLETED when nobody has to act.
   *
   * @param variables at least what the gateways near the start ask: service, holder, dueFen, ...
   */
  public String state(Map<String, Object> variables) {
    return once(start, variables, true);
  }

  /** The state after this step, as when a corrected order is handed in again. */
  public String stateAfter(String elementId, Map<String, Object> variables) {
    return once(elementId, variables, false);
  }

  /** Remembers its answers; alone, because reading a document is not safe among threads. */
  private synchronized String once(String id, Map<String, Object> variables, boolean here) {
    if (answers.size() >= MOST_ANSWERS) {
      answers.clear();
    }
    return answers.computeIfAbsent(
        new Question(id, Map.copyOf(variables)),
        question -> from(here ? id : next(known(id), variables), variables));
  }

  private String known(String id) {
    if (!process.has(id)) {
      throw new PolicyError(FILE, "no element " + id);
    }
    return id;
  }

  private String from(String first, Map<String, Object> variables) {
    String id = first;
    for (int hops = 0; hops < FARTHEST; hops++) {
      Element node = node(id);
      switch (node.getLocalName()) {
        case "userTask" -> {
          return state(node);
        }
        case Diagram.END -> {
          return "COMPLETED";
        }
        default -> id = next(id, variables);
      }
    }
    throw new PolicyError(FILE, "no waiting step near " + first);
  }

  private static String state(Element task) {
    return BpmnXml.zeebe(task, "header").stream()
        .filter(header -> header.getAttribute("key").equals("state"))
        .map(header -> header.getAttribute("value"))
        .findFirst()
        .orElseThrow(() -> new PolicyError(FILE, task.getAttribute("id") + ": state"));
  }

  private String next(String id, Map<String, Object> variables) {
    List<Element> flows = process.leaving(id);
    if (flows.size() == 1) {
      return flows.getFirst().getAttribute("targetRef");
    }
    String standard = node(id).getAttribute("default");
    return flows.stream()
        .filter(flow -> isOpen(flow, variables))
        .findFirst()
        .or(() -> flows.stream().filter(flow -> BpmnXml.id(flow).equals(standard)).findFirst())
        .map(flow -> flow.getAttribute("targetRef"))
        .orElseThrow(() -> new PolicyError(FILE, id + " leads nowhere"));
  }

  private static boolean isOpen(Element flow, Map<String, Object> variables) {
    return BpmnXml.children(flow, "conditionExpression").stream()
        .map(condition -> Feel.body(condition.getTextContent()))
        .anyMatch(condition -> Boolean.TRUE.equals(Feel.value(condition, variables)));
  }

  private Element node(String id) {
    return process.nodes().stream()
        .filter(element -> BpmnXml.id(element).equals(id))
        .findFirst()
        .orElseThrow(() -> new PolicyError(FILE, "no element " + id));
  }
}
