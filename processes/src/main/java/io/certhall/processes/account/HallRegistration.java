package io.certhall.processes.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a hall asks at the registration besides {@link RegistrationForm} (SD-04).
 *
 * @param captchaToken of the picture that {@code captcha} was read on
 * @param answers to the hall's own fields, by their codes
 */
public record HallRegistration(
    @Nullable String repeatedPassword,
    @Nullable String captchaToken,
    @Nullable String captcha,
    @Nullable RegisteredUnit unit,
    Map<String, List<String>> answers) {

  public HallRegistration {
    Map<String, List<String>> given = new LinkedHashMap<>(answers);
    given.values().removeIf(Objects::isNull);
    answers = given;
  }

  /** Only a unit, where nothing else is asked. */
  public static HallRegistration of(@Nullable RegisteredUnit unit) {
    return new HallRegistration(null, null, null, unit, Map.of());
  }

  /** Passwords and answers stay out of logs. */
  @Override
  public String toString() {
    return "HallRegistration[]";
  }
}
