package io.certhall.processes.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A login name: 4 to 32 Latin letters, Chinese characters, digits and {@code _ . -}, beginning with
 * a letter, a character or a digit; in lower case. Nothing else, so that two names that the
 * database takes for equal are equal here too.
 */
public record Username(String value) {

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9\\u4e00-\\u9fa5][a-z0-9\\u4e00-\\u9fa5_.-]{3,31}");
  private static final Set<String> RESERVED = Set.of("system", "certhall", "root", "anonymous");

  public Username {
    if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
      throw new IllegalArgumentException(
          "username must have 4 to 32 letters, Chinese characters, digits or _ . -");
    }
  }

  public static Optional<Username> parse(String text) {
    try {
      return Optional.of(new Username(text.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
