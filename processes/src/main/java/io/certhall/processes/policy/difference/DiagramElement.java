package io.certhall.processes.policy.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * An element of a BPMN process with what a manager can set on it.
 *
 * @param kind local name of its tag, e.g. {@code userTask}
 * @param properties values by name; those of lists have the entry's name after a dot
 */
record DiagramElement(
    String id, String kind, String name, Map<String, String> properties, String place) {

  private static final Set<String> PLAIN =
      Set.of("sourceRef", "targetRef", "attachedToRef", "default", "cancelActivity");
  private static final Set<String> TIMES = Set.of("timeDuration", "timeCycle", "timeDate");

  static Map<String, DiagramElement> of(String bpmn) {
    Map<String, DiagramElement> elements = new LinkedHashMap<>();
    XmlTree.root(bpmn)
        .ifPresent(
            root -> {
              Map<String, String> places = places(root);
              for (Element process : XmlTree.children(root, "process")) {
                for (Element element : XmlTree.children(process, "")) {
                  String id = element.getAttribute("id");
                  if (!id.isEmpty()) {
                    elements.put(id, element(id, element, places.getOrDefault(id, "")));
                  }
                }
              }
            });
    return elements;
  }

  private static DiagramElement element(String id, Element element, String place) {
    Map<String, String> properties = new TreeMap<>();
    for (String attribute : PLAIN) {
      if (element.hasAttribute(attribute)) {
        properties.put(attribute, element.getAttribute(attribute));
      }
    }
    XmlTree.children(element, "conditionExpression")
        .forEach(condition -> properties.put("condition", XmlTree.text(condition)));
    for (Element event : XmlTree.children(element, "timerEventDefinition")) {
      XmlTree.children(event, "").stream()
          .filter(time -> TIMES.contains(time.getLocalName()))
          .forEach(time -> properties.put("time", XmlTree.text(time)));
    }
    XmlTree.children(element, "errorEventDefinition")
        .forEach(error -> properties.put("error", error.getAttribute("errorRef")));
    XmlTree.children(element, "extensionElements")
        .forEach(extension -> extension(extension, properties));
    return new DiagramElement(
        id, element.getLocalName(), element.getAttribute("name"), properties, place);
  }

  private static void extension(Element extension, Map<String, String> properties) {
    XmlTree.below(extension, "header")
        .forEach(
            header ->
                properties.put(
                    "header." + header.getAttribute("key"), header.getAttribute("value")));
    XmlTree.below(extension, "input")
        .forEach(
            input ->
                properties.put(
                    "input." + input.getAttribute("target"), input.getAttribute("source")));
    XmlTree.below(extension, "output")
        .forEach(
            output ->
                properties.put(
                    "output." + output.getAttribute("target"), output.getAttribute("source")));
    XmlTree.below(extension, "calledElement")
        .forEach(called -> properties.put("block", called.getAttribute("processId")));
    XmlTree.below(extension, "assignmentDefinition")
        .forEach(group -> properties.put("group", group.getAttribute("candidateGroups")));
    XmlTree.below(extension, "taskDefinition")
        .forEach(
            job -> {
              properties.put("job", job.getAttribute("type"));
              properties.put("retries", job.getAttribute("retries"));
            });
  }

  /** Where each element is drawn. */
  private static Map<String, String> places(Element root) {
    Map<String, String> places = new HashMap<>();
    for (String kind : List.of("BPMNShape", "BPMNEdge")) {
      for (Element drawn : XmlTree.below(root, kind)) {
        StringBuilder place = new StringBuilder();
        for (Element point : XmlTree.children(drawn, "")) {
          if (!point.getLocalName().equals("BPMNLabel")) {
            for (String attribute : List.of("x", "y", "width", "height")) {
              place.append(whole(point.getAttribute(attribute))).append(' ');
            }
          }
        }
        places.put(drawn.getAttribute("bpmnElement"), place.toString());
      }
    }
    return places;
  }

  private static String whole(String number) {
    return number.replaceFirst("\\.0+$", "");
  }
}
