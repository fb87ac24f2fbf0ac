package io.certhall.processes.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTextTest {

  private static final String YAML =
      """
      # 大厅
      code: demo   # 不能改
      name: {zh: 示例大厅, en: "Demo hall"}
      contacts:
        phone: 0931-4000000
      years: {min: 1, max: 5}
      methods: [COURIER, PICKUP]
      block:
        - COURIER
        - PICKUP
      after: 1
      services:
        - {code: NEW, enabled: true}
        - {code: RENEW, enabled: false}
      """;

  private final SettingsText settings = SettingsText.of(YAML);

  @Test
  void values_are_found_by_their_path() {
    assertThat(settings.value("name.zh")).contains("示例大厅");
    assertThat(settings.value("services[RENEW].enabled")).contains("false");
    assertThat(settings.values("methods")).containsExactly("COURIER", "PICKUP");
    assertThat(settings.codes("services")).containsExactly("NEW", "RENEW");
    assertThat(settings.value("nothing.here")).isEmpty();
    assertThat(settings.value("services[CHANGE].enabled")).isEmpty();
  }

  @Test
  void one_value_changes_and_everything_else_stays_as_written() {
    assertThat(settings.with("contacts.phone", "0931-1").text())
        .isEqualTo(YAML.replace("0931-4000000", "\"0931-1\""));
    assertThat(settings.withPlain("years.max", 3).text())
        .isEqualTo(YAML.replace("max: 5", "max: 3"));
    assertThat(settings.withPlain("services[RENEW].enabled", true).text())
        .isEqualTo(YAML.replace("enabled: false", "enabled: true"));
    assertThat(settings.with("name.zh", "新名称").text()).isEqualTo(YAML.replace("示例大厅", "新名称"));
  }

  @Test
  void lists_are_written_on_one_line_and_what_follows_stays() {
    assertThat(settings.withAll("methods", List.of("PICKUP")).text())
        .isEqualTo(YAML.replace("[COURIER, PICKUP]", "[PICKUP]"));
    SettingsText block = settings.withAll("block", List.of("PICKUP"));
    assertThat(block.values("block")).containsExactly("PICKUP");
    assertThat(block.value("after")).contains("1");
    assertThat(block.isReadable()).isTrue();
  }

  @Test
  void words_that_yaml_would_misread_are_quoted_and_come_back_as_they_were() {
    for (String words : List.of("true", "12:30", "a: b", "# x", "say \"hi\"", "", "a\\b", "null")) {
      assertThat(settings.with("name.zh", words).value("name.zh")).contains(words);
    }
  }

  @Test
  void the_same_value_leaves_the_text_alone() {
    assertThat(settings.withPlain("years.max", 5)).isSameAs(settings);
  }

  @Test
  void a_setting_that_is_not_there_can_not_be_changed() {
    assertThatThrownBy(() -> settings.with("nothing", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void text_that_is_no_yaml_has_no_values() {
    assertThat(SettingsText.of("a: [").value("a")).isEmpty();
    assertThat(SettingsText.of("a: [").isReadable()).isFalse();
  }
}
