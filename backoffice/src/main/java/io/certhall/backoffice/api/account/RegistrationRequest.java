package io.certhall.backoffice.api.account;

import io.certhall.processes.account.HallRegistration;
import io.certhall.processes.account.RegisteredUnit;
import io.certhall.processes.account.RegistrationForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Registration; what follows {@code hall} only where that hall asks for it.
 *
 * @param hall whose registration it is, or nothing
 * @param captchaToken with {@code captcha}: see {@code /captchas}
 */
record RegistrationRequest(
    @Nullable String username,
    @Nullable String password,
    @Nullable String phone,
    @Nullable String smsCode,
    @Nullable String displayName,
    @Nullable String agreement,
    @Nullable String hall,
    @Nullable String repeatedPassword,
    @Nullable String captchaToken,
    @Nullable String captcha,
    @Nullable RegisteredUnit unit,
    @Nullable Map<String, List<String>> answers) {

  RegistrationForm form() {
    return new RegistrationForm(username, password, phone, smsCode, displayName, agreement);
  }

  HallRegistration more() {
    return new HallRegistration(
        repeatedPassword, captchaToken, captcha, unit, answers == null ? Map.of() : answers);
  }

  /** Passwords, codes and answers stay out of logs. */
  @Override
  public String toString() {
    return "RegistrationRequest[username=" + username + "]";
  }
}
