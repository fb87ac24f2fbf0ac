package io.certhall.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.standalone.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueOptionsTest {

  @Test
  void without_options_one_and_two_threads_are_measured() {
    assertThat(IssueOptions.parse()).isEqualTo(new IssueOptions(2000, List.of(1, 2)));
  }

  @Test
  void pairs_and_threads_can_be_chosen() {
    assertThat(IssueOptions.parse("--issues", "500", "--threads", "1,2,8"))
        .isEqualTo(new IssueOptions(500, List.of(1, 2, 8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "two", "1,", "100", ",1", ""})
  void threads_that_are_no_list_of_numbers_are_refused(String threads) {
    assertThatThrownBy(() -> IssueOptions.parse("--threads", threads))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--threads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "many", "-1"})
  void too_few_pairs_are_refused(String issues) {
    assertThatThrownBy(() -> IssueOptions.parse("--issues", issues))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--issues");
  }

  @Test
  void an_unknown_option_is_named() {
    assertThatThrownBy(() -> IssueOptions.parse("--fast"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--fast");
  }
}
