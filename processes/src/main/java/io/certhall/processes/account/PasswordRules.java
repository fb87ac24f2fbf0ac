package io.certhall.processes.account;

import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a password must be. */
public final class PasswordRules {

  static final int MIN_LENGTH = 10;

  /** Long enough to do without kinds of characters. */
  static final int PASSPHRASE_LENGTH = 16;

  /** BCrypt reads no further. */
  static final int MAX_BYTES = 72;

  private static final int MIN_KINDS = 3;
  private static final int MIN_DISTINCT = 5;
  private static final Set<String> COMMON = load();

  private PasswordRules() {}

  /** Every rule that {@code password} breaks, for hints while it is typed. */
  public static List<Problem> problems(String password, String username) {
    FormCheck form = new FormCheck();
    check(form, "password", password, username);
    return form.problems();
  }

  /** Notes every rule that {@code password} breaks. */
  static void check(FormCheck form, String path, @Nullable String password, String username) {
    if (password == null || password.isEmpty()) {
      form.refuse(path, "FIELD_REQUIRED");
      return;
    }
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH) {
      form.refuse(path, "PASSWORD_TOO_SHORT", MIN_LENGTH);
    }
    if (isTooLong(password)) {
      form.refuse(path, "PASSWORD_TOO_LONG", MAX_BYTES);
    }
    if (password.strip().equalsIgnoreCase(username.strip())) {
      form.refuse(path, "PASSWORD_IS_USERNAME");
    }
    if ((length < PASSPHRASE_LENGTH && kinds(password) < MIN_KINDS)
        || password.codePoints().distinct().count() < MIN_DISTINCT) {
      form.refuse(path, "PASSWORD_TOO_SIMPLE", MIN_KINDS, PASSPHRASE_LENGTH);
    }
    if (COMMON.contains(password.toLowerCase(Locale.ROOT))) {
      form.refuse(path, "PASSWORD_COMMON");
    }
  }

  static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  private static long kinds(String password) {
    return Stream.<IntPredicate>of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c))
        .filter(kind -> password.codePoints().anyMatch(kind))
        .count();
  }

  private static Set<String> load() {
    try (var stream =
            Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read common-passwords.txt", e);
    }
  }
}
