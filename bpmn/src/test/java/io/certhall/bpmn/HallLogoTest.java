package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HallLogoTest {

  @Test
  void every_hall_has_a_mark_of_its_own_within_the_square() {
    var marks = new HashSet<List<String>>();
    for (HallPack pack : TestPacks.all()) {
      HallLogo logo = Objects.requireNonNull(pack.settings().logo(), pack.hall());
      assertThat(marks.add(logo.paths())).as(pack.hall()).isTrue();
      assertThat(logo.shape().getBounds2D().getMinX()).as(pack.hall()).isGreaterThanOrEqualTo(2);
      assertThat(logo.shape().getBounds2D().getMaxX()).as(pack.hall()).isLessThanOrEqualTo(30);
      assertThat(logo.shape().getBounds2D().getMinY()).as(pack.hall()).isGreaterThanOrEqualTo(2);
      assertThat(logo.shape().getBounds2D().getMaxY()).as(pack.hall()).isLessThanOrEqualTo(30);
    }
  }

  @Test
  void the_mark_is_white_on_the_colour_of_the_hall() {
    assertThat(new HallLogo(List.of("M4 4 H28 V28 H4 Z")).svg("#123456"))
        .contains("fill=\"#123456\"", "d=\"M4 4 H28 V28 H4 Z\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L4 4",
        "M4",
        "M4 4 L5",
        "M4 40",
        "M4 4 C1 1 2 2",
        "M4 4 Z 3",
        "M4 4\"/><script>",
        "m4 4"
      })
  void anything_else_is_no_path(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HallLogo(List.of(path)).svg("#123456"));
  }

  @Test
  void a_policy_with_a_broken_mark_is_not_published() {
    HallPack pack =
        TestPacks.with(
            "hall.yaml",
            yaml -> yaml.replaceAll("(?m)^logo:\\n(  - .*\\n)+", "logo: [\"M4 99\"]\n"));

    assertThat(PolicyChecksTest.errors(pack))
        .anySatisfy(finding -> assertThat(finding.element()).isEqualTo("logo"));
  }
}
