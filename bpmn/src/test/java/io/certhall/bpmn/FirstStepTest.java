package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FirstStepTest {

  @Test
  void gansu_reviews_before_it_takes_money() {
    assertThat(first(TestPacks.gscamce()).state(true)).isEqualTo("REVIEW_PENDING");
    assertThat(first(TestPacks.gscamce()).state(false)).isEqualTo("REVIEW_PENDING");
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
                        "sourceRef=\"review\" targetRef=\"issuance\"")
                    .replace(
                        "sourceRef=\"payment\" targetRef=\"issuance\"",
                        "sourceRef=\"payment\" targetRef=\"review\""));

    assertThat(PolicyChecks.check(payingFirst)).noneMatch(PolicyFinding::isError);
    assertThat(first(payingFirst).state(true)).isEqualTo("PAYMENT_PENDING");
    assertThat(first(payingFirst).state(false)).isEqualTo("REVIEW_PENDING");
  }

  @Test
  void a_process_in_which_nobody_acts_has_no_first_step() {
    String empty =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
          <startEvent id="start"/><endEvent id="end"/>
          <sequenceFlow id="f" sourceRef="start" targetRef="end"/>
        </process></definitions>
        """;

    assertThatThrownBy(() -> FirstStep.of(empty).state(true))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("end leads nowhere");
  }

  private static FirstStep first(HallPack pack) {
    return FirstStep.of(PolicyCompiler.compile(pack).bpmnXml());
  }
}
