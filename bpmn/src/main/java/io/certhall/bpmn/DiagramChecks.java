package io.certhall.bpmn;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The diagrams as people draw them: the hall's own and each block it calls. */
final class DiagramChecks {

  /** As the modeler names what nobody has named. */
  private static final Pattern MEANINGLESS = Pattern.compile("[A-Z][A-Za-z]*_[0-9a-z]{6,8}");

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Set<String> STEPS =
      Set.of(
          "startEvent",
          Diagram.END,
          "userTask",
          "serviceTask",
          "exclusiveGateway",
          Diagram.BOUNDARY,
          "intermediateCatchEvent");

  private final HallPack pack;
  private final Findings findings;

  DiagramChecks(HallPack pack, Findings findings) {
    this.pack = pack;
    this.findings = findings;
  }

  void run() {
    findings.attempt(
        PolicyCompiler.ORDER,
        () -> {
          Diagram order = Diagram.parse(PolicyCompiler.ORDER, pack.file(PolicyCompiler.ORDER));
          check(order, true);
          Set<String> blocks = new LinkedHashSet<>();
          order.nodes(Diagram.CALL).forEach(call -> blocks.add(BlockSplice.blockFile(call)));
          blocks.stream()
              .filter(pack.files()::containsKey)
              .forEach(
                  file ->
                      findings.attempt(
                          file, () -> check(Diagram.parse(file, pack.file(file)), false)));
          order.nodes(Diagram.CALL).forEach(call -> call(order, call));
        });
  }

  private void check(Diagram diagram, boolean calls) {
    for (Element node : diagram.nodes()) {
      id(diagram, node);
      if (!STEPS.contains(node.getLocalName())
          && !(calls && node.getLocalName().equals(Diagram.CALL))) {
        error(
            diagram,
            node,
            "ELEMENT_UNSUPPORTED",
            "不支持此元素：" + node.getLocalName(),
            "a " + node.getLocalName() + " is not supported");
      }
      ways(diagram, node);
      if (!drawn(diagram, node)) {
        findings.warning(
            diagram.file(), BpmnXml.id(node), "NOT_DRAWN", "图上没有画出此元素", "the element is not drawn");
      }
    }
    Set<String> main = diagram.mainWay();
    Set<String> side = diagram.sideWays();
    for (Element node : diagram.nodes()) {
      String id = BpmnXml.id(node);
      if (!main.contains(id) && !side.contains(id)) {
        error(diagram, node, "UNREACHABLE", "没有任何路径能到达", "nothing leads here");
      } else if (main.contains(id) && side.contains(id)) {
        error(
            diagram,
            node,
            "SIDE_BRANCH_JOINS",
            "提醒分支不能并入主流程，否则订单会分成两路",
            "a branch that interrupts nothing must not join the main way: the order would go twice");
      } else if (side.contains(id) && Diagram.isErrorEvent(node) && isEnd(node)) {
        error(
            diagram,
            node,
            "ERROR_IN_SIDE_BRANCH",
            "提醒分支不能以错误结束",
            "a branch that interrupts nothing can't end with an error");
      }
    }
  }

  private void id(Diagram diagram, Element node) {
    String id = BpmnXml.id(node);
    if (MEANINGLESS.matcher(id).matches() || !ID.matcher(id).matches()) {
      error(
          diagram,
          node,
          "ID_MEANINGLESS",
          "请起一个有意义的编号，如 issue-certificate（小写字母、数字和连字符）",
          "give it a meaningful id such as issue-certificate (lower-case letters, digits, hyphens)");
    }
    if (node.getAttribute("name").isBlank()) {
      findings.warning(
          diagram.file(), id, "NAME_MISSING", "没有名称，图上看不出是什么", "has no name for people");
    }
  }

  private void ways(Diagram diagram, Element node) {
    int ways = diagram.leaving(BpmnXml.id(node)).size();
    boolean gateway = node.getLocalName().equals("exclusiveGateway");
    if (isEnd(node) ? ways > 0 : gateway ? ways == 0 : ways != 1) {
      error(
          diagram,
          node,
          "OUTGOING_COUNT",
          isEnd(node) ? "结束事件后面不能再有连线" : "后面必须有且只有一条连线，分支请用网关",
          isEnd(node)
              ? "nothing can follow an end"
              : "exactly one flow must leave it; branch with a gateway");
    }
  }

  private void call(Diagram order, Element call) {
    findings.attempt(
        order.file(),
        () -> {
          String id = BpmnXml.id(call);
          String file = BlockSplice.blockFile(call);
          if (!pack.files().containsKey(file)) {
            error(order, call, "BLOCK_UNKNOWN", "调用的流程不存在：" + file, "there is no " + file);
            return;
          }
          Diagram block = Diagram.parse(file, pack.file(file));
          parameters(order, call, block);
          Set<String> thrown =
              block.nodes(Diagram.END).stream()
                  .filter(Diagram::isErrorEvent)
                  .map(block::errorCode)
                  .collect(Collectors.toSet());
          Set<String> caught = new HashSet<>();
          for (Element boundary : order.boundariesOf(id)) {
            if (!Diagram.isErrorEvent(boundary)) {
              error(
                  order,
                  boundary,
                  "BOUNDARY_ON_CALL",
                  "调用上只能放错误事件，时限请放在共用流程内的任务上",
                  "only error events can sit on a call; put time limits on a task of the block");
              continue;
            }
            String code = order.errorCode(boundary);
            caught.add(code);
            if (!thrown.contains(code)) {
              findings.warning(
                  order.file(),
                  BpmnXml.id(boundary),
                  "NEVER_THROWN",
                  file + "不会抛出此错误：" + code,
                  file + " never throws " + code);
            }
          }
          for (String code : thrown) {
            if (!caught.contains(code)) {
              error(
                  order,
                  call,
                  "ERROR_NOT_CAUGHT",
                  "没有处理" + file + "抛出的错误：" + code,
                  "does not catch " + code + ", thrown in " + file);
            }
          }
        });
  }

  private void parameters(Diagram order, Element call, Diagram block) {
    Set<String> asked =
        ExpressionTexts.of(block.process()).stream()
            .flatMap(text -> Feel.names(Feel.body(text)).stream())
            .filter(name -> !PolicyVocabulary.VARIABLES.containsKey(name))
            .collect(Collectors.toSet());
    Set<String> given = CallParameters.of(order.file(), call).names();
    for (String name : difference(asked, given)) {
      error(
          order,
          call,
          "PARAMETER_MISSING",
          "没有给" + block.file() + "的参数赋值：" + name,
          "gives no value for " + name + ", which " + block.file() + " asks for");
    }
    for (String name : difference(given, asked)) {
      findings.warning(
          order.file(),
          BpmnXml.id(call),
          "PARAMETER_UNUSED",
          block.file() + "不使用此参数：" + name,
          block.file() + " does not use " + name);
    }
  }

  private static List<String> difference(Set<String> all, Set<String> without) {
    return all.stream().filter(name -> !without.contains(name)).sorted().toList();
  }

  private static boolean drawn(Diagram diagram, Element node) {
    var shapes =
        node.getOwnerDocument()
            .getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/DI", "BPMNShape");
    for (int i = 0; i < shapes.getLength(); i++) {
      if (((Element) shapes.item(i)).getAttribute("bpmnElement").equals(BpmnXml.id(node))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEnd(Element node) {
    return node.getLocalName().equals(Diagram.END);
  }

  private void error(Diagram diagram, Element node, String code, String zh, String en) {
    findings.error(diagram.file(), BpmnXml.id(node), code, zh, en);
  }
}
