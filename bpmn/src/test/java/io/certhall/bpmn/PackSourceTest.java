package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackSourceTest {

  @TempDir private Path folder;

  private Path policies;

  @BeforeEach
  void lay_out_the_shipped_pack() throws IOException {
    policies = folder.resolve("policies");
    write(policies, "gscamce", text -> text);
  }

  @Test
  void a_hall_is_found_without_being_listed_anywhere() throws IOException {
    write(
        policies, "another-hall", text -> text.replaceFirst("code: gscamce", "code: another-hall"));

    assertThat(PackSource.fromFolder(policies))
        .extracting(HallPack::hall)
        .containsExactly("another-hall", "gscamce");
  }

  @Test
  void a_pack_is_the_same_in_a_folder_and_in_a_jar() throws IOException {
    URI jar = URI.create("jar:" + folder.resolve("policies.jar").toUri());
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      write(zip.getPath("policies"), "gscamce", text -> text);
    }

    assertThat(PackSource.from(URI.create(jar + "!/policies").toURL()))
        .containsExactly(TestPacks.gscamce());
  }

  @Test
  void a_jar_that_somebody_else_has_open_is_read_too() throws IOException {
    URI jar = URI.create("jar:" + folder.resolve("policies.jar").toUri());
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      write(zip.getPath("policies"), "gscamce", text -> text);
    }
    try (FileSystem open = FileSystems.newFileSystem(jar, Map.of())) {
      assertThat(PackSource.from(URI.create(jar + "!/policies").toURL())).hasSize(1);
      assertThat(open.isOpen()).isTrue();
    }
  }

  @Test
  void line_ends_of_another_system_do_not_change_the_hash() throws IOException {
    write(policies, "gscamce", text -> text.replace("\n", "\r\n"));

    assertThat(PackSource.fromFolder(policies).getFirst().contentHash())
        .isEqualTo(TestPacks.gscamce().contentHash());
  }

  @Test
  void a_broken_hall_is_named() throws IOException {
    write(policies, "gscamce", text -> text.replace("accent:", "colour:"));

    assertThatThrownBy(() -> PackSource.fromFolder(policies))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("accent");
  }

  private static void write(
      Path policies, String hall, java.util.function.UnaryOperator<String> change)
      throws IOException {
    for (Map.Entry<String, String> file : TestPacks.gscamce().files().entrySet()) {
      Path path =
          file.getKey().startsWith("shared/")
              ? policies.resolve(file.getKey())
              : policies.resolve("halls").resolve(hall).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, change.apply(file.getValue()));
    }
  }
}
