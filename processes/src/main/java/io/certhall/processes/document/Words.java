package io.certhall.processes.document;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of printed papers; papers are Chinese, whatever the reader's screen speaks. */
final class Words {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "io.certhall.processes.document.papers",
          Locale.ROOT,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private Words() {}

  static String of(String key, Object... args) {
    String pattern = BUNDLE.getString(key);
    return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.CHINA).format(args);
  }
}
