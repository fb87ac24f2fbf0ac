package io.certhall.backoffice.account.ui;

import io.certhall.processes.account.CaptchaService;
import java.security.SecureRandom;
import java.util.Objects;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Captchas whose answer the test knows: every character is the first of the alphabet. */
final class ReadableCaptchas {

  static final String ANSWER = "AAAAA";

  private final CaptchaService captchas;

  ReadableCaptchas(CaptchaService captchas) {
    this.captchas = AopTestUtils.getUltimateTargetObject(captchas);
  }

  /** Another picture in this field, one that can be read. */
  void renew(CaptchaField field) {
    Object random = Objects.requireNonNull(ReflectionTestUtils.getField(captchas, "random"));
    ReflectionTestUtils.setField(captchas, "random", new AlwaysFirst());
    try {
      field.renew();
    } finally {
      ReflectionTestUtils.setField(captchas, "random", random);
    }
  }

  private static final class AlwaysFirst extends SecureRandom {

    private static final long serialVersionUID = 1L;

    @Override
    public int nextInt(int bound) {
      return 0;
    }
  }
}
