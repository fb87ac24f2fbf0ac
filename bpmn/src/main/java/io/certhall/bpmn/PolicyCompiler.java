package io.certhall.bpmn;

import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes one flat process of a hall's {@code order.bpmn} and the blocks it calls (decision 0004):
 * the engine runs exactly what was published, in one instance, without the cost of calls. Elements
 * of a block get the id {@code call.element}; constant inputs of the call replace the names they
 * stand for. The same pack always gives the same bytes.
 */
public final class PolicyCompiler {

  static final String ORDER = "order.bpmn";

  private PolicyCompiler() {}

  /**
   * @throws PolicyError naming the file and the element that can't be compiled
   */
  public static CompiledPolicy compile(HallPack pack) {
    String hash = pack.contentHash();
    String processId = "order-" + pack.hall() + "-" + hash.substring(0, 12);
    Document target = BpmnXml.parse(ORDER, pack.file(ORDER));
    BpmnXml.removeDiagrams(target);
    Element process = BpmnXml.process(ORDER, target);
    process.setAttribute("id", processId);
    process.setAttribute("isExecutable", "true");
    for (Element call : BpmnXml.children(process, Diagram.CALL)) {
      new BlockSplice(pack, Diagram.of(ORDER, target), call).apply();
    }
    FlowLinks.rewrite(process);
    removeUnusedErrors(target);
    return new CompiledPolicy(processId, BpmnXml.write(target), hash);
  }

  private static void removeUnusedErrors(Document target) {
    Element root = target.getDocumentElement();
    Set<String> used = new HashSet<>();
    var events = root.getElementsByTagNameNS(BpmnXml.BPMN, "errorEventDefinition");
    for (int i = 0; i < events.getLength(); i++) {
      used.add(((Element) events.item(i)).getAttribute("errorRef"));
    }
    for (Element error : BpmnXml.children(root, "error")) {
      if (!used.contains(BpmnXml.id(error))) {
        root.removeChild(error);
      }
    }
  }
}
