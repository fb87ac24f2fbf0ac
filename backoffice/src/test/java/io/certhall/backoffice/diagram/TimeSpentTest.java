package io.certhall.backoffice.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.support.ViewTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSpentTest extends ViewTest {

  @Test
  void a_length_is_told_in_its_two_biggest_units() {
    assertThat(TimeSpent.words(Duration.ofSeconds(59))).isEqualTo("不足1分钟");
    assertThat(TimeSpent.words(Duration.ofMinutes(59))).isEqualTo("59分");
    assertThat(TimeSpent.words(Duration.ofMinutes(60))).isEqualTo("1小时");
    assertThat(TimeSpent.words(Duration.ofMinutes(125))).isEqualTo("2小时5分");
    assertThat(TimeSpent.words(Duration.ofHours(26))).isEqualTo("1天2小时");
    assertThat(TimeSpent.words(Duration.ofDays(15))).isEqualTo("15天");
  }
}
