package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FirstStepTest {

  @Test
  @Tag("GS-70")
  void gansu_reviews_before_it_takes_money() {
    assertThat(first(TestPacks.gscamce()).state(due(1))).isEqualTo("REVIEW_PENDING");
    assertThat(first(TestPacks.gscamce()).state(due(0))).isEqualTo("REVIEW_PENDING");
  }

  @Test
  void a_hall_that_takes_money_first_asks_for_it_only_when_something_is_due() {
    HallPack payingFirst =
        TestPacks.with(
            "order.bpmn",
            text ->
                text.replace(
                        "sourceRef=\"submitted\" targetRef=\"review\"",
                        "sourceRef=\"submitted\" targetRef=\"payment\"")
                    .replace(
                        "sourceRef=\"review\" targetRef=\"payment\"",
                        "sourceRef=\"review\" targetRef=\"kind\"")
                    .replace(
                        "sourceRef=\"payment\" targetRef=\"kind\"",
                        "sourceRef=\"payment\" targetRef=\"review\""));

    assertThat(PolicyChecks.check(payingFirst)).noneMatch(PolicyFinding::isError);
    assertThat(first(payingFirst).state(due(1))).isEqualTo("PAYMENT_PENDING");
    assertThat(first(payingFirst).state(due(0))).isEqualTo("REVIEW_PENDING");
  }

  @Test
  void a_process_in_which_nobody_acts_is_completed_at_once() {
    String empty =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
          <startEvent id="start"/><endEvent id="end"/>
          <sequenceFlow id="f" sourceRef="start" targetRef="end"/>
        </process></definitions>
        """;

    assertThat(FirstStep.of(empty).state(due(1))).isEqualTo("COMPLETED");
    assertThatThrownBy(() -> FirstStep.of(empty).stateAfter("review", due(1)))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("review");
  }

  @Test
  void a_gateway_on_the_way_is_asked_for_service_and_holder() {
    String branching =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><process id="p">
          <startEvent id="start"/><exclusiveGateway id="which" default="else"/>
          <userTask id="verify"><extensionElements><zeebe:taskHeaders><zeebe:header key="state" value="IDENTITY_PENDING"/></zeebe:taskHeaders></extensionElements></userTask>
          <userTask id="pay"><extensionElements><zeebe:taskHeaders><zeebe:header key="state" value="PAYMENT_PENDING"/></zeebe:taskHeaders></extensionElements></userTask>
          <endEvent id="end"/>
          <sequenceFlow id="f" sourceRef="start" targetRef="which"/>
          <sequenceFlow id="else" sourceRef="which" targetRef="pay"/>
          <sequenceFlow id="person" sourceRef="which" targetRef="verify"><conditionExpression>=holder = "PERSON" and service = "NEW"</conditionExpression></sequenceFlow>
          <sequenceFlow id="g" sourceRef="verify" targetRef="pay"/>
          <sequenceFlow id="h" sourceRef="pay" targetRef="end"/>
        </process></definitions>
        """;
    FirstStep step = FirstStep.of(branching);

    assertThat(step.state(Map.of("service", "NEW", "holder", "PERSON", "dueFen", 1)))
        .isEqualTo("IDENTITY_PENDING");
    assertThat(step.state(Map.of("service", "NEW", "holder", "ORGANISATION", "dueFen", 1)))
        .isEqualTo("PAYMENT_PENDING");
    assertThat(step.stateAfter("verify", due(1))).isEqualTo("PAYMENT_PENDING");
    assertThat(step.stateAfter("pay", due(1))).isEqualTo("COMPLETED");
  }

  private static Map<String, Object> due(long fen) {
    return Map.of("service", "NEW", "holder", "ORGANISATION", "dueFen", fen);
  }

  private static FirstStep first(HallPack pack) {
    return FirstStep.of(PolicyCompiler.compile(pack).bpmnXml());
  }
}
