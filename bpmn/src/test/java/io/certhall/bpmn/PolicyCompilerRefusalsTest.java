package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What can't be compiled is refused with its place and what is wrong with it. */
class PolicyCompilerRefusalsTest {

  @Test
  void a_call_of_a_block_that_does_not_exist_is_refused() {
    refused(
        TestPacks.with("order.bpmn", "processId=\"invoicing\"", "processId=\"billing\""),
        "invoicing",
        "shared/billing.bpmn");
  }

  @Test
  void an_input_that_is_no_constant_is_refused() {
    refused(TestPacks.with("order.bpmn", "'=\"P10D\"'", "'=orderNo'"), "constant", "=orderNo");
  }

  @Test
  void an_error_nobody_catches_is_refused() {
    refused(
        TestPacks.with(
            "order.bpmn", "errorCode=\"payment-timeout\"", "errorCode=\"something-else\""),
        "payment",
        "does not catch payment-timeout");
  }

  @Test
  void a_block_with_two_starts_is_refused() {
    refused(
        TestPacks.with(
            "shared/issuance.bpmn",
            "<bpmn:endEvent id=\"issued\"",
            "<bpmn:startEvent id=\"other\" /><bpmn:endEvent id=\"issued\""),
        "shared/issuance.bpmn",
        "exactly one start event");
  }

  @Test
  void an_element_a_block_cannot_hold_is_refused() {
    refused(
        TestPacks.with(
            "shared/issuance.bpmn", text -> text.replace("bpmn:userTask", "bpmn:parallelGateway")),
        "produce",
        "parallelGateway");
  }

  @Test
  void a_flow_into_nothing_is_refused() {
    refused(
        TestPacks.with("order.bpmn", "targetRef=\"completed\"", "targetRef=\"nowhere\""),
        "complete-to-completed",
        "not connected");
  }

  @Test
  void a_file_that_is_no_xml_is_refused_by_name() {
    refused(TestPacks.with("shared/review.bpmn", text -> "review"), "shared/review.bpmn", "XML");
  }

  @Test
  void a_file_that_pulls_in_another_is_refused() {
    refused(
        TestPacks.with(
            "order.bpmn",
            text -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>"),
        "order.bpmn",
        "DOCTYPE");
  }

  private static void refused(HallPack pack, String... words) {
    assertThatThrownBy(() -> PolicyCompiler.compile(pack))
        .isInstanceOf(PolicyError.class)
        .message()
        .contains(words);
  }
}
