package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.time.HallClock;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@ProcessesTest
class CaptchaServiceTest {

  private final CaptchaService captchas;
  private final HallClock clock;

  CaptchaServiceTest(CaptchaService captchas, HallClock clock) {
    this.captchas = captchas;
    this.clock = clock;
  }

  @Test
  void a_captcha_is_a_picture_and_a_token_that_does_not_tell_the_answer() throws Exception {
    Captcha captcha = captchas.create();

    var image = ImageIO.read(new ByteArrayInputStream(captcha.png()));
    assertThat(image.getWidth()).isEqualTo(160);
    assertThat(image.getHeight()).isEqualTo(56);
    assertThat(captcha.token()).hasSizeLessThan(200);
    assertThat(captchas.create().png()).isNotEqualTo(captcha.png());
  }

  @Test
  void the_right_answer_is_accepted_once_whatever_its_case() {
    String token = captchas.token("HKT47");

    assertThat(captchas.check(token, " hkt47 ")).isTrue();
    assertThat(captchas.check(token, "HKT47")).isFalse();
  }

  @Test
  void a_wrong_answer_uses_the_token_up() {
    String token = captchas.token("HKT47");

    assertThat(captchas.check(token, "HKT44")).isFalse();
    assertThat(captchas.check(token, "HKT47")).isFalse();
  }

  @Test
  void of_parallel_uses_one_is_accepted() throws Exception {
    String token = captchas.token("HKT47");

    List<Boolean> accepted;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> uses =
          Stream.generate(() -> (Callable<Boolean>) () -> captchas.check(token, "HKT47"))
              .limit(4)
              .toList();
      accepted = threads.invokeAll(uses).stream().map(Future::resultNow).toList();
    }

    assertThat(accepted).containsOnlyOnce(true);
  }

  @Test
  void after_three_minutes_the_right_answer_is_too_late() {
    String inTime = captchas.token("HKT47");
    clock.advance(Duration.ofMinutes(2));
    assertThat(captchas.check(inTime, "HKT47")).isTrue();

    String late = captchas.token("HKT47");
    clock.advance(Duration.ofMinutes(3));
    assertThat(captchas.check(late, "HKT47")).isFalse();
  }

  @Test
  void a_changed_or_invented_token_is_refused() {
    byte[] bytes = Base64.getUrlDecoder().decode(captchas.token("HKT47"));
    for (int position : new int[] {0, 20, 30, bytes.length - 1}) {
      byte[] changed = bytes.clone();
      changed[position] ^= 1;
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThat(captchas.check(token, "HKT47")).isFalse();
    }
    assertThat(captchas.check("not base64 !", "HKT47")).isFalse();
    assertThat(captchas.check("", "HKT47")).isFalse();
    assertThat(captchas.check(null, "HKT47")).isFalse();
    assertThat(captchas.check(captchas.token("HKT47"), null)).isFalse();
  }
}
