package io.certhall.workers.ca;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.time.HallClock;
import io.certhall.workers.ca.profile.SubjectType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CleanPairsTest {

  private final HallClock clock = new HallClock();
  private final CleanPairs clean = new CleanPairs(clock);

  @Test
  void the_very_bytes_that_were_found_clean_pass_once() {
    clean.remember(pair((byte) 1));

    assertThat(clean.take(pair((byte) 1))).isTrue();
    assertThat(clean.take(pair((byte) 1))).isFalse();
  }

  @Test
  void other_bytes_do_not_pass() {
    clean.remember(pair((byte) 1));

    assertThat(clean.take(pair((byte) 2))).isFalse();
  }

  @Test
  void what_was_found_clean_long_ago_is_looked_at_again() {
    clean.remember(pair((byte) 1));
    clock.advance(Duration.ofMinutes(2));

    assertThat(clean.take(pair((byte) 1))).isFalse();
  }

  @Test
  void only_the_latest_are_kept() {
    clean.remember(
        new PreparedPair("gscamce", SubjectType.ORG, new byte[4], new byte[4], new byte[4]));
    for (int i = 0; i < 1000; i++) {
      clean.remember(
          new PreparedPair("hall-" + i, SubjectType.ORG, new byte[4], new byte[4], new byte[4]));
    }

    assertThat(
            clean.take(
                new PreparedPair(
                    "gscamce", SubjectType.ORG, new byte[4], new byte[4], new byte[4])))
        .isFalse();
    assertThat(
            clean.take(
                new PreparedPair(
                    "hall-999", SubjectType.ORG, new byte[4], new byte[4], new byte[4])))
        .isTrue();
  }

  private static PreparedPair pair(byte body) {
    return new PreparedPair(
        "gscamce", SubjectType.ORG, new byte[] {body}, new byte[] {2}, new byte[] {3});
  }
}
