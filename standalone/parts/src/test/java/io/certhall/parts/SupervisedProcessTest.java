package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisedProcessTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1,300", "2,600", "3,1200", "7,19200", "8,30000", "500,30000"})
  void it_waits_longer_after_each_death(int deaths, long millis) {
    assertThat(SupervisedProcess.pause(deaths)).hasMillis(millis);
  }

  @Test
  void a_child_that_never_lives_is_given_up() {
    try (var process = supervise("exit 3")) {
      process.start();
      await().atMost(Duration.ofSeconds(60)).until(process::hasGivenUp);
      assertThat(process.isAlive()).isFalse();
    }
  }

  @Test
  void a_child_that_ignores_the_polite_request_is_killed() throws Exception {
    var process = supervise("trap '' TERM; echo up; while true; do sleep 0.1; done");
    process.start();
    await().until(() -> Files.readString(folder.resolve("out")).contains("up"));

    process.close();

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void a_closed_child_stays_down() {
    var process = supervise("while true; do sleep 0.1; done");
    process.start();
    process.markReady();
    long pid = process.pid();

    process.close();

    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(60))
        .until(() -> process.pid() == pid && !process.isAlive());
  }

  private SupervisedProcess supervise(String script) {
    var pidFile = new PidFile(folder.resolve("pid"), List.of("unused-" + folder));
    var child =
        new SupervisedProcess.Child(
            "test child", List.of("sh", "-c", script), folder, folder.resolve("out"), pidFile);
    return new SupervisedProcess(child, Duration.ofMillis(500));
  }
}
