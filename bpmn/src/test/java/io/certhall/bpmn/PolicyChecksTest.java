package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChecksTest {

  @Test
  void the_shipped_pack_has_nothing_to_find() {
    assertThat(PolicyChecks.check(TestPacks.gscamce())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "type=\"issue-certificates\" | type=\"bake-bread\" | issue | JOB_TYPE_UNKNOWN | shared/issuance.bpmn",
        "value=\"production\" | value=\"kitchen\" | produce | QUEUE_UNKNOWN | shared/issuance.bpmn",
        "value=\"ISSUE_PENDING\" | value=\"BAKING\" | produce | STATE_UNKNOWN | shared/issuance.bpmn",
        "key=\"actor\" value=\"PRODUCER\" | key=\"actor\" value=\"BAKER\" | produce | ACTOR_UNKNOWN | shared/issuance.bpmn",
        "candidateGroups=\"PRODUCER\" | candidateGroups=\"BAKER\" | produce | GROUP_UNKNOWN | shared/issuance.bpmn",
        "key=\"queue\" | key=\"line\" | produce | HEADER_MISSING | shared/issuance.bpmn",
        "value=\"MSG-02\" | value=\"MSG-77\" | decide | MESSAGE_UNKNOWN | shared/review.bpmn",
        "key=\"message\" value=\"MSG-90\" | key=\"text\" value=\"MSG-90\" | remind-reviewer | HEADER_MISSING | shared/review.bpmn",
        "value=\"PAYMENT_TIMEOUT\" | value=\"RAIN\" | close-unpaid | REASON_UNKNOWN | order.bpmn",
        "=dueFen &gt; 0 | =dueFen &gt; | due | CONDITION_INVALID | shared/payment.bpmn",
        "=dueFen &gt; 0 | =dueFen &gt; 1 | due | GATEWAY_INCOMPLETE | shared/payment.bpmn",
        "=not(approved) | =not(aproved) | approved | VARIABLE_UNKNOWN | shared/review.bpmn",
        "=deliveryMethod = \"DOWNLOAD\" | =deliveryMethod = \"PIGEON\" | method | GATEWAY_INCOMPLETE | shared/delivery.bpmn",
        "processId=\"issuance\" | processId=\"baking\" | issuance | BLOCK_UNKNOWN | order.bpmn",
        "target=\"autoReceipt\" | target=\"autoReciept\" | delivery | PARAMETER_MISSING | order.bpmn",
        "'=\"P10D\"' target=\"autoReceipt\" | '=orderNo' target=\"autoReceipt\" | delivery | PARAMETER_NOT_CONSTANT | order.bpmn",
        "errorCode=\"payment-timeout\" | errorCode=\"payment-late\" | payment | ERROR_NOT_CAUGHT | order.bpmn",
        "id=\"produce\" | id=\"Activity_0x1abcd\" | Activity_0x1abcd | ID_MEANINGLESS | shared/issuance.bpmn",
        "sourceRef=\"produce\" targetRef=\"issue\" | sourceRef=\"produce\" targetRef=\"issued\" | issue | UNREACHABLE | shared/issuance.bpmn",
        "sourceRef=\"start\" targetRef=\"produce\" | sourceRef=\"issue\" targetRef=\"produce\" | start | OUTGOING_COUNT | shared/issuance.bpmn",
        "sourceRef=\"remind-payment\" targetRef=\"reminded\" | sourceRef=\"remind-payment\" targetRef=\"paid\" | paid | SIDE_BRANCH_JOINS | shared/payment.bpmn",
        "sourceRef=\"complete\" targetRef=\"completed\" | sourceRef=\"complete\" targetRef=\"nowhere\" | complete-to-completed | FLOW_DANGLING | order.bpmn",
        "<bpmn:endEvent id=\"issued\" | <bpmn:startEvent id=\"other\"/><bpmn:endEvent id=\"issued\" | ^^ | START_COUNT | shared/issuance.bpmn"
      })
  void a_diagram_that_could_stop_an_order_is_not_published(
      String old, String replacement, String element, String code, String file) {
    assertThat(errors(TestPacks.with(file, old, replacement)))
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.element()).isEqualTo(element);
              assertThat(finding.file()).isEqualTo(file);
            });
  }

  @Test
  void a_time_limit_given_by_the_hall_is_checked_where_the_block_uses_it() {
    assertThat(errors(TestPacks.with("order.bpmn", "'=\"P15D\"'", "'=\"15 days\"'")))
        .extracting(PolicyFinding::file, PolicyFinding::element, PolicyFinding::code)
        .contains(tuple("shared/payment.bpmn", "payment-deadline", "DURATION_INVALID"));
  }

  @Test
  void a_condition_that_is_missing_is_found() {
    finds(
        "shared/invoicing.bpmn",
        text -> text.replaceAll("(?s)<bpmn:conditionExpression[^>]*>=invoiceWanted<.*?>", ""),
        "wanted",
        "GATEWAY_INCOMPLETE");
  }

  @Test
  void a_gateway_with_a_default_needs_no_complete_conditions() {
    HallPack pack =
        TestPacks.with(
            "shared/delivery.bpmn",
            "id=\"method\"",
            "id=\"method\" default=\"method-to-delivered\"");

    assertThat(PolicyChecks.check(pack)).isEmpty();
  }

  @Test
  void two_ways_at_once_are_a_warning() {
    warns(
        "shared/payment.bpmn",
        text -> text.replace("=dueFen &lt;= 0", "=dueFen &lt;= 1"),
        "due",
        "GATEWAY_AMBIGUOUS");
  }

  @Test
  void a_user_task_of_the_engine_s_own_kind_is_not_published() {
    finds(
        "shared/issuance.bpmn",
        text ->
            text.replace(
                "<zeebe:assignmentDefinition", "<zeebe:userTask/><zeebe:assignmentDefinition"),
        "produce",
        "USER_TASK_KIND");
  }

  @Test
  void an_element_that_is_not_supported_is_not_published() {
    finds(
        "shared/issuance.bpmn",
        text -> text.replace("bpmn:serviceTask", "bpmn:scriptTask"),
        "issue",
        "ELEMENT_UNSUPPORTED");
  }

  @Test
  void a_time_limit_on_a_call_is_not_published() {
    finds(
        "order.bpmn",
        text ->
            text.replace(
                "<bpmn:errorEventDefinition id=\"payment-timeout-error\" errorRef=\"error-payment-timeout\" />",
                "<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>"),
        "payment-timeout",
        "BOUNDARY_ON_CALL");
  }

  @Test
  void a_reminder_that_ends_with_an_error_is_not_published() {
    finds(
        "shared/payment.bpmn",
        text ->
            text.replace(
                "<bpmn:incoming>remind-payment-to-reminded</bpmn:incoming>",
                "<bpmn:incoming>remind-payment-to-reminded</bpmn:incoming><bpmn:errorEventDefinition id=\"e\" errorRef=\"error-payment-timeout\" />"),
        "reminded",
        "ERROR_IN_SIDE_BRANCH");
  }

  @Test
  void a_repeated_time_limit_may_remind_but_not_interrupt() {
    UnaryOperator<String> weekly = text -> text.replaceAll("bpmn:timeDuration", "bpmn:timeCycle");

    finds("shared/delivery.bpmn", weekly, "auto-receipt", "CYCLE_INTERRUPTS");
    assertThat(
            PolicyChecks.check(
                TestPacks.with(
                    "shared/review.bpmn",
                    text ->
                        text.replaceFirst(
                            "(?s)<bpmn:timeDuration([^>]*)>=reviewEscalation</bpmn:timeDuration>",
                            "<bpmn:timeCycle$1>R3/P1D</bpmn:timeCycle>"))))
        .extracting(PolicyFinding::code)
        .containsExactly("PARAMETER_UNUSED");
  }

  @Test
  void what_people_would_miss_is_a_warning() {
    warns(
        "shared/issuance.bpmn",
        text -> text.replace("name=\"准备介质\"", ""),
        "produce",
        "NAME_MISSING");
    warns(
        "shared/issuance.bpmn",
        text ->
            text.replaceFirst(
                "(?s)<bpmndi:BPMNShape id=\"produce-shape\".*?</bpmndi:BPMNShape>", ""),
        "produce",
        "NOT_DRAWN");
    warns(
        "order.bpmn",
        text ->
            text.replace(
                "target=\"autoReceipt\" />",
                "target=\"autoReceipt\" /><zeebe:input source='=1' target=\"spare\" />"),
        "delivery",
        "PARAMETER_UNUSED");
    warns(
        "order.bpmn",
        text ->
            text.replace(
                    "<bpmn:boundaryEvent id=\"payment-timeout\"",
                    "<bpmn:boundaryEvent id=\"never\" name=\"n\" attachedToRef=\"payment\"><bpmn:errorEventDefinition errorRef=\"error-never\"/></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"never-to-closed\" sourceRef=\"never\" targetRef=\"closed\"/><bpmn:boundaryEvent id=\"payment-timeout\"")
                .replace(
                    "<bpmndi:BPMNDiagram ",
                    "<bpmn:error id=\"error-never\" errorCode=\"never\"/><bpmndi:BPMNDiagram "),
        "never",
        "NEVER_THROWN");
  }

  @Test
  void a_process_in_which_nobody_acts_is_not_published() {
    finds(
        "order.bpmn",
        text ->
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="order">
              <startEvent id="submitted"/><endEvent id="completed"/>
              <sequenceFlow id="f" sourceRef="submitted" targetRef="completed"/>
            </process></definitions>
            """,
        "",
        "NO_WAITING_STEP");
  }

  @Test
  void a_file_that_is_missing_or_unreadable_is_named() {
    for (String file :
        List.of("order.bpmn", "fees.dmn", "materials.dmn", "limits.dmn", "messages.yaml")) {
      assertThat(errors(TestPacks.without(file)))
          .as(file)
          .anyMatch(finding -> finding.file().equals(file));
      assertThat(errors(TestPacks.with(file, text -> "{{{")))
          .as(file)
          .anyMatch(finding -> finding.file().equals(file));
    }
  }

  @Test
  void files_that_are_no_pack_are_found_too() {
    Map<String, String> files = new TreeMap<>(TestPacks.gscamce().files());
    files.put("hall.yaml", "code: x");

    assertThat(PolicyChecks.check(files))
        .singleElement()
        .satisfies(finding -> assertThat(finding.file()).isEqualTo("hall.yaml"));
    assertThat(PolicyChecks.check(TestPacks.gscamce().files())).isEmpty();
  }

  @Test
  void every_mistake_is_told_at_once() {
    HallPack pack =
        TestPacks.with(
            "shared/issuance.bpmn",
            text ->
                text.replace("issue-certificates", "bake-bread")
                    .replace("\"production\"", "\"kitchen\""));

    assertThat(errors(pack))
        .extracting(PolicyFinding::code)
        .contains("JOB_TYPE_UNKNOWN", "QUEUE_UNKNOWN");
  }

  @Test
  void findings_are_in_both_languages() {
    assertThat(errors(TestPacks.with("shared/issuance.bpmn", "issue-certificates", "bake-bread")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.messageZh()).isEqualTo("没有处理程序：bake-bread");
              assertThat(finding.messageEn()).isEqualTo("no worker does bake-bread");
            });
  }

  static List<PolicyFinding> errors(HallPack pack) {
    return PolicyChecks.check(pack).stream().filter(PolicyFinding::isError).toList();
  }

  static void finds(String file, UnaryOperator<String> change, String element, String code) {
    expect(file, change, element, code, PolicyFinding.Severity.ERROR);
  }

  static void warns(String file, UnaryOperator<String> change, String element, String code) {
    expect(file, change, element, code, PolicyFinding.Severity.WARNING);
  }

  private static void expect(
      String file,
      UnaryOperator<String> change,
      String element,
      String code,
      PolicyFinding.Severity severity) {
    String before = TestPacks.gscamce().file(file);
    assertThat(change.apply(before)).as("the change").isNotEqualTo(before);
    assertThat(PolicyChecks.check(TestPacks.with(file, change)))
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.element()).isEqualTo(element);
              assertThat(finding.severity()).isEqualTo(severity);
            });
  }
}
