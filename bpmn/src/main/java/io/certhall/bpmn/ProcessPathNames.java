package io.certhall.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** The names people gave to the elements of a diagram. */
public final class ProcessPathNames {

  private ProcessPathNames() {}

  /** Names by element id; elements without a name are left out. */
  public static Map<String, String> of(String file, String bpmnXml) {
    Map<String, String> names = new LinkedHashMap<>();
    Element process = BpmnXml.process(file, BpmnXml.parse(file, bpmnXml));
    for (Element element : BpmnXml.children(process, "")) {
      if (element.hasAttribute("name")) {
        names.put(BpmnXml.id(element), element.getAttribute("name"));
      }
    }
    return names;
  }
}
