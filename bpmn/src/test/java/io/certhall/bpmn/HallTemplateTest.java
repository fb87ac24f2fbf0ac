package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template of a new hall: copied, renamed, and already a hall that can be published. */
class HallTemplateTest {

  @TempDir private Path folder;

  private final List<PolicyError> broken = new ArrayList<>();

  @BeforeEach
  void copy_the_template() throws IOException, URISyntaxException {
    Path template =
        Path.of(Objects.requireNonNull(getClass().getResource("/policies/templates/hall")).toURI());
    Path demo = Files.createDirectory(folder.resolve("demo"));
    try (Stream<Path> files = Files.list(template)) {
      for (Path file : files.toList()) {
        Files.copy(file, demo.resolve(file.getFileName().toString()));
      }
    }
    edit("code: template", "code: demo");
    edit("模板大厅", "示范大厅");
  }

  @Test
  void a_copy_with_its_own_code_and_name_can_be_published() throws IOException {
    HallPack demo = PackSource.fromOwnFolder(folder, broken::add).getFirst();

    assertThat(broken).isEmpty();
    assertThat(demo.hall()).isEqualTo("demo");
    assertThat(PolicyChecks.check(demo))
        .extracting(PolicyFinding::code)
        .containsExactly("PRICES_EXAMPLE");
    assertThat(PolicyCompiler.compile(demo).processId()).startsWith("order-demo-");
    for (HallSettings.ServiceOffer offer : demo.settings().services()) {
      assertThat(OrderWalk.of(demo, offer.code(), "ORGANISATION", 1, "PICKUP").steps())
          .as(offer.code())
          .endsWith("complete-order", "completed");
    }
  }

  @Test
  void confirmed_prices_leave_nothing_to_find() throws IOException {
    edit("status: EXAMPLE", "status: CONFIRMED");

    assertThat(PolicyChecks.check(PackSource.fromOwnFolder(folder, broken::add).getFirst()))
        .isEmpty();
  }

  @Test
  void the_template_itself_is_no_hall() {
    assertThat(PackSource.fromClasspath()).extracting(HallPack::hall).doesNotContain("template");
  }

  @Test
  void a_block_of_the_operator_s_own_replaces_the_shared_one() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.writeString(
        shared.resolve("issuance.bpmn"),
        TestPacks.gscamce().file("shared/issuance.bpmn").replace("准备介质", "备好介质"));

    HallPack demo = PackSource.fromOwnFolder(folder, broken::add).getFirst();

    assertThat(demo.file("shared/issuance.bpmn")).contains("备好介质");
    assertThat(demo.file("shared/review.bpmn"))
        .isEqualTo(TestPacks.gscamce().file("shared/review.bpmn"));
  }

  @Test
  void a_hall_that_cannot_be_read_is_told_and_the_others_are_read() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(folder.resolve("demo/hall.yaml"), other.resolve("hall.yaml"));

    assertThat(PackSource.fromOwnFolder(folder, broken::add))
        .extracting(HallPack::hall)
        .containsExactly("demo");
    assertThat(broken)
        .extracting(PolicyError::getMessage)
        .satisfiesExactly(
            empty -> assertThat(empty).contains("empty/hall.yaml"),
            misnamed -> assertThat(misnamed).contains("other/hall.yaml").contains("demo"));
  }

  private void edit(String old, String replacement) throws IOException {
    Path file = folder.resolve("demo/hall.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, replacement));
  }
}
