package io.certhall.backoffice.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.shell.HallTexts;
import io.certhall.processes.review.ReviewCheck;
import io.certhall.processes.sweep.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the browser loads as it is, without a bundler that would miss it. */
class DiagramFilesTest {

  private static final String FOLDER = "/META-INF/resources/modelers/";

  @Test
  void the_viewer_and_its_styles_are_among_the_static_files() throws IOException {
    assertThat(text("bpmn/viewer.js")).startsWith("/*! bpmn-js - bpmn-viewer").contains("BpmnJS");
    assertThat(text("bpmn/assets/diagram-js.css")).isNotEmpty();
    assertThat(text("bpmn/assets/bpmn-js.css")).isNotEmpty();
    assertThat(text("bpmn/LICENSE")).contains("bpmn.io");
  }

  @Test
  void the_component_draws_with_what_the_viewer_offers_and_keeps_its_mark() throws IOException {
    assertThat(text("process-diagram.js"))
        .contains("customElements.define('process-diagram-view'", "new BpmnJS(")
        .doesNotContain("bjs-powered-by");
    assertThat(text("process-diagram.css")).doesNotContain("bjs-powered-by");
  }

  @Test
  void the_lock_file_names_no_host() throws IOException {
    assertThat(text("bpmn/package-lock.json")).contains("bpmn-js").doesNotContain("http");
  }

  @Test
  void each_check_and_each_finding_has_its_words() {
    HallTexts texts = new HallTexts();
    for (ReviewCheck.Kind kind : ReviewCheck.Kind.values()) {
      assertThat(texts.knows("ReviewCheck." + kind + ".passed")).isTrue();
      assertThat(texts.knows("ReviewCheck." + kind + ".failed")).isTrue();
    }
    for (FindingKind kind : FindingKind.values()) {
      assertThat(texts.knows("FindingKind." + kind)).isTrue();
      assertThat(texts.knows("FindingKind." + kind + ".text")).isTrue();
    }
  }

  private static String text(String file) throws IOException {
    try (InputStream in = ProcessDiagram.class.getResourceAsStream(FOLDER + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
