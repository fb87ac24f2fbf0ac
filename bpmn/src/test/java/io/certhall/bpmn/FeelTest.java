package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTest {

  @Test
  void names_that_must_come_from_outside_are_found() {
    assertThat(Feel.names("dueFen > 0 and not(approved)")).containsExactly("approved", "dueFen");
    assertThat(Feel.names("list contains(changes, \"NAME\")")).containsExactly("changes");
    assertThat(Feel.names("duration(\"P1D\")")).isEmpty();
    assertThat(Feel.names("order.round")).containsExactly("order");
    assertThat(Feel.names("some seal in seals satisfies seal = wanted"))
        .containsExactly("seals", "wanted");
    assertThat(Feel.names("= = nonsense")).isEmpty();
  }

  @Test
  void a_constant_replaces_its_name_but_not_words_in_quotes() {
    assertThat(
            Feel.substitute(
                "limit > 3 and note = \"limit\" and x.limit = limits", Map.of("limit", "\"P1D\"")))
        .isEqualTo("\"P1D\" > 3 and note = \"limit\" and x.limit = limits");
  }

  @Test
  void a_constant_with_signs_of_its_own_is_put_in_as_it_is() {
    assertThat(Feel.substitute("price", Map.of("price", "\"$1\\n\""))).isEqualTo("\"$1\\n\"");
  }

  @Test
  void a_value_that_cannot_be_worked_out_is_nothing() {
    assertThat(Feel.value("dueFen > 0", Map.of("dueFen", 1))).isEqualTo(true);
    assertThat(Feel.value("= =", Map.of())).isNull();
  }

  @Test
  void time_spans_are_read_as_the_engine_reads_them() {
    assertThat(TimeSpan.isValid("P15D")).isTrue();
    assertThat(TimeSpan.isValid("PT24H")).isTrue();
    assertThat(TimeSpan.isValid("P1M")).isTrue();
    assertThat(TimeSpan.isValid("P0D")).isFalse();
    assertThat(TimeSpan.isValid("-P1D")).isFalse();
    assertThat(TimeSpan.isValid("15 days")).isFalse();
  }
}
