package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir private Path folder;

  @Test
  void a_process_with_every_mark_is_ended() throws Exception {
    Process orphan = sleeper("mark-" + folder);
    var pidFile = new PidFile(folder.resolve("pid"), List.of("sh", "mark-" + folder));
    pidFile.write(orphan.pid());

    assertThat(pidFile.endOrphans()).isEqualTo(1);

    assertThat(orphan.waitFor()).isNotZero();
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void a_process_that_got_the_same_number_later_is_left_alone() throws Exception {
    Process stranger = sleeper("stranger-" + folder);
    try {
      var pidFile = new PidFile(folder.resolve("pid"), List.of("sh", "mark-" + folder));
      pidFile.write(stranger.pid());

      assertThat(pidFile.endOrphans()).isZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void without_marks_nothing_could_be_recognised() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PidFile(folder.resolve("pid"), List.of()))
        .withMessageContaining("marks");
  }

  private static Process sleeper(String mark) throws Exception {
    // The shell's read waits for input that never comes.
    return new ProcessBuilder("sh", "-c", "read never", mark).start();
  }
}
