package io.certhall.processes.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words for refusals, Chinese first: bundle {@code refusals}, key = code. */
public final class RefusalTexts {

  private static final String BUNDLE = "io.certhall.processes.refusals";

  private RefusalTexts() {}

  public static String text(Problem problem, Locale locale) {
    return text(problem.code(), problem.args(), locale);
  }

  public static String text(String code, List<Object> args, Locale locale) {
    Locale supported = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            supported,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    try {
      return new MessageFormat(bundle.getString(code), locale).format(args.toArray());
    } catch (MissingResourceException e) {
      return code;
    }
  }
}
