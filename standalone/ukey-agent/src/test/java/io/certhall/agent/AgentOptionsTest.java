package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {

  @Test
  void library_port_and_halls_are_taken() {
    AgentOptions options =
        AgentOptions.of(
            "--library",
            "/lib/key.so",
            "--port",
            "9000",
            "--hall",
            "https://hall.example/",
            "--hall",
            "http://localhost:8080",
            "--sm2-mechanisms",
            "0x80000001,2,3");

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.halls())
        .containsExactlyInAnyOrder("https://hall.example", "http://localhost:8080");
    assertThat(options.sm2()).containsExactly(0x80000001L, 2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--library",
        "--port 9000",
        "--library x",
        "--library x --hall http://hall.example",
        "--library x --hall https://hall.example/page",
        "--library x --hall https://hall.example --port 70000",
        "--library x --hall https://hall.example --port x",
        "--library x --hall https://hall.example --sm2-mechanisms 1,2",
        "--library x --hall https://hall.example --other 1"
      })
  void what_is_missing_or_wrong_is_named(String line) {
    assertThatThrownBy(() -> AgentOptions.of(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--");
  }
}
