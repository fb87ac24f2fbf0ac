package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
  /** Above every system's highest process id. */
  private static final String NOBODY = "99999999";

  private final Path parent = Path.of(System.getProperty("java.io.tmpdir"));

  @Test
  void what_a_killed_test_run_left_is_swept_away() throws Exception {
    Path abandoned =
        Files.createTempDirectory(parent, "certhall-temporary-" + NOBODY + "-database-");
    Files.writeString(abandoned.resolve("ibdata1"), "old");

    Path fresh = TemporaryFolder.create("database");

    assertThat(abandoned).doesNotExist();
    assertThat(fresh).isEmptyDirectory();
    TemporaryFolder.delete(fresh);
    assertThat(fresh).doesNotExist();
  }

  @Test
  void the_folder_of_a_running_process_stays() {
    Path ours = TemporaryFolder.create("engine");

    Path next = TemporaryFolder.create("engine");

    assertThat(ours).exists();
    TemporaryFolder.delete(ours);
    TemporaryFolder.delete(next);
  }
}
