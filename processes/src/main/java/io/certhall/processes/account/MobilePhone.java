package io.certhall.processes.account;

import io.certhall.processes.privacy.Masking;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland mobile number, 11 digits. */
public record MobilePhone(String value) {

  private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern WRITTEN_AROUND = Pattern.compile("^\\s*\\+86|[\\s-]");

  public MobilePhone {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("phone must be a mainland mobile number of 11 digits");
    }
  }

  /** Also understands {@code +86 138-1234-5678}. */
  public static Optional<MobilePhone> parse(String text) {
    try {
      return Optional.of(new MobilePhone(WRITTEN_AROUND.matcher(text).replaceAll("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String masked() {
    return Masking.phone(value);
  }

  /** Numbers stay out of logs. */
  @Override
  public String toString() {
    return masked();
  }
}
