package io.certhall.backoffice.api;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words of the API that are no refusals: bundle {@code api}, Chinese first. */
public final class ApiTexts {

  private static final String BUNDLE = "io.certhall.backoffice.api";

  private ApiTexts() {}

  /** The text, or the key itself where the bundle has none. */
  public static String text(String key, Language language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language == Language.EN ? Locale.ENGLISH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    try {
      return bundle.getString(key);
    } catch (MissingResourceException e) {
      return key;
    }
  }
}
