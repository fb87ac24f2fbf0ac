package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static final String HALL = "https://hall.example";

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Pairing pairing =
      new Pairing(
          new Clock() {
            @Override
            public java.time.ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          },
          code -> assertThat(code).hasSize(6));

  @Test
  void the_shown_code_pairs_one_page_once() {
    String code = pairing.code();
    String token = pairing.pair(HALL, code);

    assertThat(pairing.isPaired(HALL, "Bearer " + token)).isTrue();
    assertThat(pairing.isPaired("https://other.example", "Bearer " + token)).isFalse();
    assertThat(pairing.isPaired(HALL, null)).isFalse();
    assertThat(pairing.code()).isNotEqualTo(code);
  }

  @Test
  void wrong_codes_close_the_door_for_a_minute() {
    String code = pairing.code();
    for (int i = 0; i < Pairing.MOST_WRONG; i++) {
      assertThatThrownBy(() -> pairing.pair(HALL, "guess")).hasMessageContaining("code");
    }

    assertThatThrownBy(() -> pairing.pair(HALL, code)).hasMessageContaining("wait");
    assertThat(pairing.code()).isNotEqualTo(code);

    now = now.plus(Duration.ofMinutes(1));
    assertThat(pairing.pair(HALL, pairing.code())).isNotBlank();
  }
}
