package io.certhall.bpmn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** The steps as the engine will run them: headers, job types, time limits, conditions. */
final class StepChecks {

  private final Diagram compiled;
  private final Map<String, String> blocks = new HashMap<>();
  private final Optional<MessageCatalog> messages;
  private final boolean takesTransfers;
  private final Findings findings;

  StepChecks(HallPack pack, CompiledPolicy policy, Findings findings) {
    this.compiled = Diagram.parse(PolicyCompiler.ORDER, policy.bpmnXml());
    this.findings = findings;
    Diagram order = Diagram.parse(PolicyCompiler.ORDER, pack.file(PolicyCompiler.ORDER));
    for (Element call : order.nodes(Diagram.CALL)) {
      blocks.put(BpmnXml.id(call), BlockSplice.blockFile(call));
    }
    this.messages = MessageChecks.readable(pack);
    this.takesTransfers = pack.settings().paymentMethods().contains("TRANSFER");
  }

  void run() {
    if (compiled.nodes("userTask").isEmpty()) {
      findings.error(
          PolicyCompiler.ORDER, "", "NO_WAITING_STEP", "流程中没有人工步骤", "nobody acts in this process");
    }
    if (takesTransfers
        && compiled.nodes("userTask").stream()
            .noneMatch(t -> header(t, "queue").equals("finance"))) {
      findings.error(
          SettingsChecks.FILE,
          "paymentMethods",
          "TRANSFER_NOT_CHECKED",
          "接受转账，但流程中没有财务核款步骤",
          "transfers are taken but no step of the process checks them");
    }
    for (Element node : compiled.nodes()) {
      switch (node.getLocalName()) {
        case "userTask" -> userTask(node);
        case "serviceTask" -> serviceTask(node);
        case "exclusiveGateway" ->
            new GatewayChecks(compiled, node, this::error, this::warning).run();
        case Diagram.BOUNDARY, "intermediateCatchEvent" -> timer(node);
        default -> {}
      }
    }
  }

  private void userTask(Element task) {
    if (BpmnXml.firstZeebe(task, "userTask").isPresent()) {
      error(
          task,
          "USER_TASK_KIND",
          "人工步骤必须是任务作业（不要选择 Zeebe 用户任务）",
          "waiting steps are jobs: remove the Zeebe user task implementation");
    }
    known(task, "queue", PolicyVocabulary.QUEUES, "QUEUE_UNKNOWN");
    known(task, "state", PolicyVocabulary.STATES, "STATE_UNKNOWN");
    known(task, "actor", PolicyVocabulary.ACTORS, "ACTOR_UNKNOWN");
    String groups =
        BpmnXml.firstZeebe(task, "assignmentDefinition")
            .map(assignment -> assignment.getAttribute("candidateGroups"))
            .orElse("");
    if (!PolicyVocabulary.ACTORS.contains(groups)) {
      error(task, "GROUP_UNKNOWN", "候选组未知：" + groups, "unknown candidate group: " + groups);
    }
    message(task, false);
    String due = header(task, "due");
    if (!due.isEmpty()) {
      duration(task, due);
    }
  }

  private void serviceTask(Element task) {
    String type =
        BpmnXml.firstZeebe(task, "taskDefinition")
            .map(definition -> definition.getAttribute("type"))
            .orElse("");
    if (!PolicyVocabulary.JOB_TYPES.contains(type)) {
      error(task, "JOB_TYPE_UNKNOWN", "没有处理程序：" + type, "no worker does " + type);
    }
    if (type.equals("close-order")) {
      known(task, "reason", PolicyVocabulary.CLOSE_REASONS, "REASON_UNKNOWN");
    }
    message(task, type.equals("send-reminder"));
  }

  private void known(Element task, String key, Set<String> words, String code) {
    String value = header(task, key);
    if (value.isEmpty()) {
      error(task, "HEADER_MISSING", "缺少任务头：" + key, "the header " + key + " is missing");
    } else if (!words.contains(value)) {
      Collection<String> sorted = new TreeSet<>(words);
      error(
          task,
          code,
          key + "的值未知：" + value + "，可用：" + String.join("、", sorted),
          "unknown " + key + ": " + value + "; one of " + String.join(", ", sorted));
    }
  }

  private void message(Element task, boolean required) {
    String message = header(task, "message");
    if (message.isEmpty()) {
      if (required) {
        error(task, "HEADER_MISSING", "缺少任务头：message", "the header message is missing");
      }
      return;
    }
    if (messages.isPresent() && messages.get().find(message).isEmpty()) {
      error(task, "MESSAGE_UNKNOWN", "通知未定义：" + message, "unknown message: " + message);
    }
  }

  private void timer(Element event) {
    for (Element timer : BpmnXml.children(event, "timerEventDefinition")) {
      List<Element> times = BpmnXml.children(timer, "");
      String text = times.isEmpty() ? "" : times.getFirst().getTextContent().strip();
      boolean cycle = !times.isEmpty() && times.getFirst().getLocalName().equals("timeCycle");
      if (cycle && Diagram.interrupts(event)) {
        error(event, "CYCLE_INTERRUPTS", "中断任务的时限不能重复", "what interrupts can't repeat");
      }
      duration(event, cycle ? text.replaceFirst("^R\\d*/", "") : text);
    }
  }

  private void duration(Element element, String text) {
    if (!TimeSpan.isValid(text)) {
      error(
          element,
          "DURATION_INVALID",
          "时限格式不对：" + text + "，例如 P15D 或 PT24H",
          "not a time span: " + text + "; write P15D or PT24H");
    }
  }

  private static String header(Element task, String key) {
    return BpmnXml.zeebe(task, "header").stream()
        .filter(header -> header.getAttribute("key").equals(key))
        .map(header -> header.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private void error(Element element, String code, String zh, String en) {
    findings.error(file(element), ownId(element), code, zh, en);
  }

  private void warning(Element element, String code, String zh, String en) {
    findings.warning(file(element), ownId(element), code, zh, en);
  }

  /** The file in which a compiled element was drawn. */
  private String file(Element element) {
    String id = BpmnXml.id(element);
    int dot = id.indexOf('.');
    return dot < 0
        ? PolicyCompiler.ORDER
        : blocks.getOrDefault(id.substring(0, dot), PolicyCompiler.ORDER);
  }

  private static String ownId(Element element) {
    String id = BpmnXml.id(element);
    return id.substring(id.indexOf('.') + 1);
  }
}
