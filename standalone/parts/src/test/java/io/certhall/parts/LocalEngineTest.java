package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @TempDir private Path folder;

  @Test
  void it_comes_back_with_its_data_when_it_is_killed() {
    try (var engine = LocalEngine.open(quick())) {
      engine.awaitReady(LIMIT);
      long killed = engine.pid();
      assertThat(folder.resolve("data")).isNotEmptyDirectory();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await().atMost(LIMIT).until(() -> engine.pid() != killed);
      engine.awaitReady(LIMIT);
      assertThat(engine.grpcAddress()).satisfies(address -> connects(address.getPort()));
    }
  }

  @Test
  void a_broker_left_behind_by_a_killed_hall_is_ended_before_the_next_start() throws Exception {
    try (var orphan = KilledHall.withEngine(folder)) {
      long left = orphan.childPid();
      assertThat(ProcessHandle.of(left)).isPresent();

      try (var next = LocalEngine.open(quick())) {
        assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(next.pid()).isNotEqualTo(left);
      }
    }
  }

  @Test
  void a_broker_that_cannot_start_is_given_up_with_the_end_of_its_log() {
    try (var engine = LocalEngine.open(quick().withOption("-XX:NoSuchOption=1"))) {
      assertThatExceptionOfType(LocalPartException.class)
          .isThrownBy(() -> engine.awaitReady(LIMIT))
          .withMessageContaining("NoSuchOption");
    }
  }

  @Test
  void a_broker_that_takes_too_long_is_reported() {
    try (var engine = LocalEngine.open(quick())) {
      assertThatExceptionOfType(LocalPartException.class)
          .isThrownBy(() -> engine.awaitReady(Duration.ofMillis(1)))
          .withMessageContaining("Zeebe");
    }
  }

  @Test
  void a_second_hall_on_the_same_folder_is_refused() {
    try (var engine = LocalEngine.open(quick())) {
      assertThatExceptionOfType(DataFolderInUseException.class)
          .isThrownBy(() -> LocalEngine.open(quick()))
          .withMessageContaining(folder.toString());
      assertThat(engine.pid()).isPositive();
    }
  }

  @Test
  void the_shared_engine_of_tests_travels_in_time() {
    LocalEngine engine = TemporaryEngines.shared();

    Instant thereNow = engine.advanceClock(Duration.ofDays(3));

    assertThat(thereNow).isAfter(Instant.now().plus(Duration.ofDays(3).minusMinutes(1)));
    // Its own health check sees three days without a sign of life, for a moment.
    await().atMost(LIMIT).until(engine::isReady);
    assertThat(TemporaryEngines.shared()).isSameAs(engine);
  }

  @Test
  void time_travel_needs_a_controlled_clock() {
    try (var engine = LocalEngine.open(quick())) {
      assertThatExceptionOfType(LocalPartException.class)
          .isThrownBy(() -> engine.advanceClock(Duration.ofDays(1)));
    }
  }

  @Test
  void a_stopped_engine_leaves_no_process_and_no_pid_file() {
    var engine = LocalEngine.open(quick());
    long pid = engine.pid();

    engine.close();

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(Files.exists(folder.resolve("pid"))).isFalse();
    assertThat(engine.isReady()).isFalse();
  }

  private EngineConfig quick() {
    return EngineConfig.keptIn(folder).withOption("-XX:TieredStopAtLevel=1");
  }

  private static void connects(int port) {
    try (var socket = new Socket("127.0.0.1", port)) {
      assertThat(socket.isConnected()).isTrue();
    } catch (IOException e) {
      throw new AssertionError("nothing listens on port " + port, e);
    }
  }
}
