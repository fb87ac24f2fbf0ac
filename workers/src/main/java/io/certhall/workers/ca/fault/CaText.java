package io.certhall.workers.ca.fault;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words for faults and lint findings: Chinese unless another language is asked for. */
public final class CaText {

  private static final String BUNDLE = "io.certhall.workers.ca.ca";

  private CaText() {}

  /** Returns the text for a key such as {@code fault.HALL_UNKNOWN} with its arguments filled in. */
  public static String of(Locale locale, String key, Object... arguments) {
    // Without this the machine's own locale would win over the Chinese base bundle.
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    var pattern = ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }
}
