package io.certhall.processes.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords; the stored form names its algorithm, so that it can change. */
@Component
class Passwords {

  private static final int STRENGTH = 10;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
  private final String nobodysHash = hash("nobody's password");

  final String hash(String password) {
    return encoder.encode(password);
  }

  /** Takes as long for an unknown account ({@code null}) as for a known one. */
  boolean matches(String password, @Nullable String hash) {
    boolean tooLong = PasswordRules.isTooLong(password);
    boolean matches = encoder.matches(tooLong ? "" : password, hash == null ? nobodysHash : hash);
    return matches && hash != null && !tooLong;
  }
}
