package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.bpmn.SealForm.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealFormTest {

  private static final String OFFICIAL = "{code: OFFICIAL, label: {zh: 公章, en: Official seal}}";

  @Test
  void a_hall_that_says_nothing_has_the_usual_seals() {
    HallSettings hall = TestPacks.gscamce().settings();

    assertThat(hall.sealForm("OFFICIAL")).isEqualTo(new SealForm(Shape.ROUND, 42, 42, false));
    assertThat(hall.sealForm("LEGAL_REP").personal()).isTrue();
    assertThat(hall.sealForm("UNKNOWN")).isEqualTo(SealForm.usual("UNKNOWN"));
  }

  @Test
  void a_hall_says_what_its_seals_look_like() {
    assertThat(with("shape: OVAL, width: 45, height: 30").sealForm("OFFICIAL"))
        .isEqualTo(new SealForm(Shape.OVAL, 45, 30, false));
    assertThat(with("width: 50").sealForm("OFFICIAL").heightMm()).isEqualTo(42);
    assertThat(with("personal: true").sealForm("OFFICIAL").personal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shape: STAR", "width: 4", "height: 101", "personal: maybe"})
  void a_seal_that_can_not_be_is_refused_naming_the_setting(String wrong) {
    assertThatThrownBy(() -> with(wrong))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining(wrong.substring(0, wrong.indexOf(':')));
  }

  private static HallSettings with(String form) {
    return TestPacks.with(
            "hall.yaml", OFFICIAL, OFFICIAL.substring(0, OFFICIAL.length() - 1) + ", " + form + "}")
        .settings();
  }
}
