package io.certhall.processes.account;

import java.util.Locale;
import java.util.ResourceBundle;

/** What one agrees to before opening an account; a changed text is a new version. */
public final class RegistrationAgreement {

  public static final String CODE = "REGISTRATION";
  public static final String VERSION = "2026-1";

  private static final String WORDS = "io.certhall.processes.account.registration-agreement";

  private RegistrationAgreement() {}

  public static String title(Locale locale) {
    return word("title", locale);
  }

  public static String text(Locale locale) {
    return word("text", locale);
  }

  private static String word(String key, Locale locale) {
    return ResourceBundle.getBundle(
            WORDS,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
