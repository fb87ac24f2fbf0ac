package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatabaseConfigTest {
  private final DatabaseConfig config = DatabaseConfig.keptIn(Path.of("data"));

  @Test
  void a_relative_folder_becomes_absolute() {
    assertThat(config.folder()).isAbsolute();
  }

  @Test
  void a_port_out_of_range_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.onPort(70_000))
        .withMessageContaining("port");
  }

  @Test
  void too_little_memory_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.withBufferPool(16))
        .withMessageContaining("bufferPoolMegabytes");
  }

  @Test
  void an_engine_with_too_little_memory_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EngineConfig.keptIn(Path.of("data")).withHeap(64))
        .withMessageContaining("heapMegabytes");
  }
}
