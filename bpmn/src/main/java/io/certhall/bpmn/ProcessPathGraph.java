package io.certhall.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A process as nodes and steps between them; a boundary event follows the activity it sits on. */
final class ProcessPathGraph {

  /**
   * One step.
   *
   * @param flow the sequence flow taken; null from an activity to its boundary event
   */
  record Step(String from, String to, @Nullable String flow) {}

  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, List<Step>> leaving = new HashMap<>();
  private final String start;

  private ProcessPathGraph(String file, Element process) {
    for (Element element : BpmnXml.children(process, "")) {
      if (element.getLocalName().equals("sequenceFlow")) {
        add(
            new Step(
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"),
                BpmnXml.id(element)));
      } else {
        nodes.put(BpmnXml.id(element), element);
        if (element.getLocalName().equals("boundaryEvent")) {
          add(new Step(element.getAttribute("attachedToRef"), BpmnXml.id(element), null));
        }
      }
    }
    this.start =
        BpmnXml.children(process, "startEvent").stream()
            .map(BpmnXml::id)
            .findFirst()
            .orElseThrow(() -> new PolicyError(file, "has no start event"));
  }

  static ProcessPathGraph of(String file, String xml) {
    return new ProcessPathGraph(file, BpmnXml.process(file, BpmnXml.parse(file, xml)));
  }

  private void add(Step step) {
    leaving.computeIfAbsent(step.from(), from -> new ArrayList<>()).add(step);
  }

  String start() {
    return start;
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  /** An order can't pass it unseen: people or workers leave a trace there. */
  boolean waits(String id) {
    Element node = nodes.get(id);
    return node != null && node.getLocalName().equals("userTask");
  }

  boolean ends(String id) {
    Element node = nodes.get(id);
    return node != null && node.getLocalName().equals("endEvent");
  }

  List<Step> leaving(String id) {
    return leaving.getOrDefault(id, List.of());
  }

  Optional<Step> byFlow(String flow) {
    return leaving.values().stream()
        .flatMap(List::stream)
        .filter(step -> flow.equals(step.flow()))
        .findFirst();
  }

  /** The calls of this diagram with the block each calls. */
  Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    nodes.forEach(
        (id, element) -> {
          if (element.getLocalName().equals("callActivity")) {
            BpmnXml.firstZeebe(element, "calledElement")
                .ifPresent(called -> calls.put(id, called.getAttribute("processId")));
          }
        });
    return calls;
  }

  /** The shortest way with at least one step, through nodes that may be passed unseen. */
  Optional<List<Step>> way(String from, Predicate<String> goal, Predicate<String> passable) {
    Map<String, Step> reachedBy = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      String at = next.poll();
      for (Step step : leaving(at)) {
        if (reachedBy.putIfAbsent(step.to(), step) != null) {
          continue;
        }
        if (goal.test(step.to())) {
          return Optional.of(unwind(reachedBy, from, step));
        }
        if (passable.test(step.to())) {
          next.add(step.to());
        }
      }
    }
    return Optional.empty();
  }

  private static List<Step> unwind(Map<String, Step> reachedBy, String from, Step last) {
    Deque<Step> way = new ArrayDeque<>(List.of(last));
    while (!way.peekFirst().from().equals(from)) {
      way.addFirst(reachedBy.get(way.peekFirst().from()));
    }
    return List.copyOf(way);
  }
}
