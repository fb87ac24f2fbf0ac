package io.certhall.bpmn;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a pack must hold before it may be published; every finding at once. */
public final class PolicyChecks {

  /** What workers exist for; a job of another type would wait for ever. */
  private static final Set<String> JOB_TYPES =
      Set.of(
          "issue-certificates",
          "issue-invoice",
          "complete-order",
          "close-order",
          "send-reminder",
          "request-refund");

  private static final Set<String> QUEUES =
      Set.of(
          "review",
          "payment",
          "correct",
          "production",
          "dispatch",
          "receive",
          "pickup",
          "finance",
          "remote",
          "administrator");
  private static final Pattern MEANINGLESS = Pattern.compile("[A-Z][A-Za-z]*_[0-9a-z]{6,8}");

  private final HallPack pack;
  private final List<PolicyFinding> findings = new ArrayList<>();

  private PolicyChecks(HallPack pack) {
    this.pack = pack;
  }

  public static List<PolicyFinding> check(HallPack pack) {
    PolicyChecks checks = new PolicyChecks(pack);
    checks.tables();
    checks.messages();
    checks.compiles();
    return List.copyOf(checks.findings);
  }

  private void tables() {
    attempt("fees.dmn", this::prices);
    attempt("materials.dmn", () -> MaterialTable.of(pack));
    attempt("limits.dmn", () -> LimitTable.of(pack));
  }

  /** Every offered service must have a price for every type it can be asked for. */
  private void prices() {
    FeeTable fees = FeeTable.of(pack);
    HallSettings settings = pack.settings();
    for (HallSettings.ServiceOffer service : settings.services()) {
      if (!service.enabled()) {
        continue;
      }
      for (HallSettings.CertificateType type : settings.certificateTypes()) {
        try {
          fees.lines(
              new ItemFacts(
                  service.code(), "ORGANISATION", type.code(), settings.minYears(), 1, false));
        } catch (PriceNotConfigured missing) {
          error(
              "fees.dmn",
              missing.feeCode(),
              "PRICE_NOT_CONFIGURED",
              service.title().zh() + "（" + type.label().zh() + "）没有单价：" + missing.feeCode(),
              service.title().en() + " has no price: " + missing.feeCode());
        }
      }
    }
  }

  private void messages() {
    attempt("messages.yaml", () -> MessageCatalog.of(pack));
  }

  private void compiles() {
    attempt(
        "order.bpmn",
        () -> {
          CompiledPolicy compiled = PolicyCompiler.compile(pack);
          Document document = BpmnXml.parse("order.bpmn", compiled.bpmnXml());
          Element process = BpmnXml.process("order.bpmn", document);
          MessageCatalog catalog = MessageCatalog.of(pack);
          for (Element element : BpmnXml.children(process, "")) {
            meaningfulId(element);
            switch (element.getLocalName()) {
              case "userTask" -> userTask(element, catalog);
              case "serviceTask" -> serviceTask(element);
              case "exclusiveGateway" -> gateway(process, element);
              case "boundaryEvent" -> timer(element);
              case "callActivity" ->
                  error(file(element), BpmnXml.id(element), "CALL_LEFT", "未能展开", "not spliced");
              default -> {}
            }
          }
        });
  }

  private void meaningfulId(Element element) {
    String id = BpmnXml.id(element);
    if (MEANINGLESS.matcher(id.substring(id.indexOf('.') + 1)).matches()) {
      error(
          file(element), id, "ID_MEANINGLESS", "请给元素起一个有意义的编号", "give the element a meaningful id");
    }
  }

  private void userTask(Element task, MessageCatalog catalog) {
    String id = BpmnXml.id(task);
    String queue = header(task, "queue");
    if (!QUEUES.contains(queue)) {
      error(file(task), id, "QUEUE_UNKNOWN", "队列未知：" + queue, "unknown queue: " + queue);
    }
    if (header(task, "state").isEmpty() || header(task, "actor").isEmpty()) {
      error(file(task), id, "HEADER_MISSING", "缺少 state 或 actor", "state or actor is missing");
    }
    String message = header(task, "message");
    if (!message.isEmpty() && catalog.find(message).isEmpty()) {
      error(file(task), id, "MESSAGE_UNKNOWN", "通知未定义：" + message, "unknown message: " + message);
    }
    String due = header(task, "due");
    if (!due.isEmpty() && !isDuration(due)) {
      error(file(task), id, "DURATION_INVALID", "时限格式不对：" + due, "not a duration: " + due);
    }
  }

  private void serviceTask(Element task) {
    String type =
        BpmnXml.firstZeebe(task, "taskDefinition").map(e -> e.getAttribute("type")).orElse("");
    if (!JOB_TYPES.contains(type)) {
      error(
          file(task),
          BpmnXml.id(task),
          "JOB_TYPE_UNKNOWN",
          "没有处理程序：" + type,
          "no worker for " + type);
    }
  }

  /** A gateway without a way out stops an order: all flows but one need a condition. */
  private void gateway(Element process, Element gateway) {
    String id = BpmnXml.id(gateway);
    List<Element> flows =
        BpmnXml.children(process, "sequenceFlow").stream()
            .filter(flow -> flow.getAttribute("sourceRef").equals(id))
            .toList();
    boolean open =
        flows.stream()
            .filter(flow -> !BpmnXml.id(flow).equals(gateway.getAttribute("default")))
            .anyMatch(flow -> BpmnXml.children(flow, "conditionExpression").isEmpty());
    if (flows.size() > 1 && open) {
      error(
          file(gateway),
          id,
          "GATEWAY_INCOMPLETE",
          "网关需要条件和默认分支",
          "the gateway needs conditions and a default flow");
    }
  }

  private void timer(Element boundary) {
    for (Element timer : BpmnXml.children(boundary, "timerEventDefinition")) {
      String text = timer.getTextContent().strip();
      String duration = text.replaceFirst("^=", "").replace("\"", "");
      if (!isDuration(duration)) {
        error(
            file(boundary),
            BpmnXml.id(boundary),
            "DURATION_INVALID",
            "时限格式不对：" + text,
            "not a duration: " + text);
      }
    }
  }

  private static boolean isDuration(String text) {
    try {
      return !Duration.parse(text).isNegative();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String header(Element task, String key) {
    return BpmnXml.zeebe(task, "header").stream()
        .filter(header -> header.getAttribute("key").equals(key))
        .map(header -> header.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private static String file(Element element) {
    String id = BpmnXml.id(element);
    return id.contains(".") ? "shared/" + id.substring(0, id.indexOf('.')) + ".bpmn" : "order.bpmn";
  }

  private void attempt(String file, Runnable check) {
    try {
      check.run();
    } catch (PolicyError e) {
      error(e.file(), "", "UNREADABLE", e.getMessage(), e.getMessage());
    } catch (RuntimeException e) {
      error(file, "", "UNREADABLE", String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
    }
  }

  private void error(String file, String element, String code, String zh, String en) {
    findings.add(new PolicyFinding(PolicyFinding.Severity.ERROR, file, element, code, zh, en));
  }
}
