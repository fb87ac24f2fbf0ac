package io.certhall.processes.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What must be agreed to before anything is collected, each on its own. The text in force carries a
 * version; what was agreed to is kept word for word.
 */
public enum IdentityConsent {
  /** Name, number and phone, and that they are compared by third parties. */
  PERSONAL_INFORMATION("2026-1"),
  /** Pictures of the identity card: sensitive, so the law wants a consent of its own. */
  SENSITIVE_INFORMATION("2026-1");

  private static final String BUNDLE = "io.certhall.processes.identity.consents";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String version;

  IdentityConsent(String version) {
    this.version = version;
  }

  public String version() {
    return version;
  }

  public String title(Locale locale) {
    return bundle(locale).getString(name() + ".title");
  }

  public String text(Locale locale) {
    return bundle(locale).getString(name() + ".text");
  }

  static Optional<IdentityConsent> ofCode(String code) {
    return Arrays.stream(values()).filter(known -> known.name().equals(code)).findFirst();
  }

  private static ResourceBundle bundle(Locale locale) {
    Locale supported = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
    return ResourceBundle.getBundle(BUNDLE, supported, NO_FALLBACK);
  }
}
