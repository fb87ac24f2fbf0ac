package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerDistributionTest {
  @TempDir private Path folder;

  @Test
  void the_broker_is_there_after_it_was_ensured() {
    BrokerDistribution distribution = BrokerDistribution.ensure(Progress.logging());

    assertThat(distribution.home().resolve("lib")).isNotEmptyDirectory();
    assertThat(distribution.home().resolve("ZEEBE-COMMUNITY-LICENSE-1.1.txt")).exists();
  }

  @Test
  void an_archive_with_another_checksum_is_refused() throws Exception {
    Path archive = Files.writeString(folder.resolve("camunda-zeebe.tar.gz"), "something else");

    assertThatExceptionOfType(LocalPartException.class)
        .isThrownBy(() -> BrokerDistribution.requireChecksum(archive, "53ce"))
        .withMessageContaining("camunda-zeebe.tar.gz")
        .withMessageContaining("53ce");
  }

  @Test
  void a_part_appears_only_when_complete() {
    var parts = new PartsFolder(folder);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                parts.ensure(
                    "thing",
                    half -> {
                      Files.createFile(half.resolve("first"));
                      throw new IllegalStateException("power cut");
                    }));
    assertThat(folder.resolve("thing")).doesNotExist();

    Path thing = parts.ensure("thing", half -> Files.createFile(half.resolve("second")));
    assertThat(thing).isDirectoryNotContaining("glob:**/first");
    assertThat(thing.resolve("second")).exists();
  }
}
