package io.certhall.processes.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallField;
import io.certhall.bpmn.LocalText;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to what a hall asks of its own. */
class HallAnswersTest {

  private static final List<HallField.Option> OPTIONS =
      List.of(
          new HallField.Option("DESIGN", new LocalText("设计单位", "Design"), List.of()),
          new HallField.Option("SURVEY", new LocalText("勘察单位", "Survey"), List.of()),
          new HallField.Option("FINANCIAL", new LocalText("金融机构", "Bank"), List.of("银行", "保险")));

  @ParameterizedTest
  @CsvSource({
    "TEXT, 宿城区, ",
    "TEXT, 一二三四五六七八九十一二三四五六七八九十一, FIELD_TOO_LONG",
    "NUMBER, 12, ",
    "NUMBER, twelve, ANSWER_NUMBER",
    "PHONE, 13800138000, ",
    "PHONE, 0527-84000000, ",
    "PHONE, 84000000, ANSWER_PHONE",
    "EMAIL, a@example.com, ",
    "EMAIL, a, EMAIL_INVALID",
    "DATE, 2026-11-20, ",
    "DATE, 2026-02-30, ANSWER_DATE",
    "CHOICE, DESIGN, ",
    "CHOICE, COOKING, OPTION_UNKNOWN"
  })
  void an_answer_fits_the_kind_of_its_field(
      HallField.Kind kind, String answer, @Nullable String problem) {
    List<String> codes = problems(field(kind, true), "示例公司", List.of(answer));

    if (problem == null) {
      assertThat(codes).isEmpty();
    } else {
      assertThat(codes).containsExactly(problem);
    }
  }

  @Test
  void only_what_must_be_answered_may_not_be_left_out() {
    assertThat(problems(field(HallField.Kind.TEXT, true), "示例公司", List.of()))
        .containsExactly("FIELD_REQUIRED");
    assertThat(problems(field(HallField.Kind.TEXT, false), "示例公司", List.of())).isEmpty();
  }

  @Test
  void one_choice_is_one_and_several_are_each_taken_once() {
    assertThat(problems(field(HallField.Kind.CHOICE, true), "公司", List.of("DESIGN", "SURVEY")))
        .containsExactly("ANSWER_SINGLE");
    assertThat(problems(field(HallField.Kind.CHOICES, true), "公司", List.of("DESIGN", "SURVEY")))
        .isEmpty();
    assertThat(problems(field(HallField.Kind.CHOICES, true), "公司", List.of("DESIGN", "DESIGN")))
        .containsExactly("ANSWER_TWICE");
  }

  @Test
  @Tag("SD-06")
  void nobody_but_a_financial_institution_calls_itself_one() {
    HallField types = field(HallField.Kind.CHOICES, false);

    assertThat(problems(types, "临沂示例建设有限公司", List.of("DESIGN", "FINANCIAL")))
        .containsExactly("OPTION_FOR_OTHERS");
    assertThat(problems(types, "临沂示例银行股份有限公司", List.of("FINANCIAL"))).isEmpty();
  }

  private static HallField field(HallField.Kind kind, boolean required) {
    return new HallField(
        "FIELD",
        new LocalText("项", "field"),
        null,
        kind,
        required,
        false,
        List.of("NEW"),
        List.of("ORGANISATION"),
        kind.isChosen() ? OPTIONS : List.of(),
        null,
        20);
  }

  private static List<String> problems(HallField field, String applicant, List<String> answer) {
    return HallAnswers.problems(List.of(field), applicant, Map.of("FIELD", answer)).stream()
        .map(Problem::code)
        .toList();
  }
}
