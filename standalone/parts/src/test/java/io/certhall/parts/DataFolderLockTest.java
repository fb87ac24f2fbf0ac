package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {
  @TempDir private Path folder;

  @Test
  void a_second_hall_learns_who_runs_and_where() {
    try (var first = DataFolderLock.acquire(folder)) {
      first.announce(URI.create("http://127.0.0.1:8080/"));

      assertThatExceptionOfType(DataFolderInUseException.class)
          .isThrownBy(() -> DataFolderLock.acquire(folder))
          .withMessageContaining("http://127.0.0.1:8080/")
          .satisfies(
              refusal ->
                  assertThat(refusal.owner())
                      .isEqualTo(
                          new DataFolderOwner(
                              ProcessHandle.current().pid(),
                              URI.create("http://127.0.0.1:8080/"))));
    }
  }

  @Test
  void a_second_hall_is_refused_before_the_first_has_an_address() {
    try (var first = DataFolderLock.acquire(folder)) {
      assertThat(first).isNotNull();
      assertThatExceptionOfType(DataFolderInUseException.class)
          .isThrownBy(() -> DataFolderLock.acquire(folder))
          .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void a_released_folder_can_be_taken_again() {
    DataFolderLock.acquire(folder).close();

    try (var again = DataFolderLock.acquire(folder)) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void what_a_killed_hall_wrote_does_not_block_the_next() throws Exception {
    Files.writeString(folder.resolve("owner"), "99999999\nhttp://127.0.0.1:1/\n");
    Files.createFile(folder.resolve("lock"));

    try (var next = DataFolderLock.acquire(folder)) {
      assertThat(DataFolderOwner.read(folder.resolve("owner")))
          .isEqualTo(new DataFolderOwner(ProcessHandle.current().pid(), null));
      assertThat(next).isNotNull();
    }
  }
}
