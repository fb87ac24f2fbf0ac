package io.certhall.processes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTemplateTest {

  @Test
  void values_are_always_escaped() {
    PageTemplate template = PageTemplate.parse("t", "<td title=\"{{name}}\">{{name}}</td>");

    assertThat(template.fill(Map.of("name", "<script>\"'&\u0007")))
        .isEqualTo(
            "<td title=\"&lt;script&gt;&quot;&#39;&amp;\">&lt;script&gt;&quot;&#39;&amp;</td>");
  }

  @Test
  void a_section_repeats_for_each_row_and_sees_outer_values() {
    PageTemplate template = PageTemplate.parse("t", "{{#rows}}[{{unit}}{{n}}]{{/rows}}");

    assertThat(
            template.fill(Map.of("unit", "¥", "rows", List.of(Map.of("n", "1"), Map.of("n", "2")))))
        .isEqualTo("[¥1][¥2]");
  }

  @Test
  void a_section_stands_or_falls_with_a_truth() {
    PageTemplate template = PageTemplate.parse("t", "a{{#shown}}b{{/shown}}c");

    assertThat(template.fill(Map.of("shown", true))).isEqualTo("abc");
    assertThat(template.fill(Map.of("shown", false))).isEqualTo("ac");
  }

  @Test
  void a_missing_value_is_named() {
    PageTemplate template = PageTemplate.parse("form.xhtml", "{{total}}");

    assertThatThrownBy(() -> template.fill(Map.of()))
        .hasMessageContaining("form.xhtml")
        .hasMessageContaining("total");
  }

  @Test
  void a_section_must_be_closed_by_its_name() {
    assertThatThrownBy(() -> PageTemplate.parse("t", "{{#a}}")).hasMessageContaining("not closed");
    assertThatThrownBy(() -> PageTemplate.parse("t", "{{#a}}{{/b}}"))
        .hasMessageContaining("closes");
    assertThatThrownBy(() -> PageTemplate.parse("t", "{{/b}}")).hasMessageContaining("closes");
  }
}
