package io.certhall.parts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What a person reads on the console, in Chinese unless the terminal asks for English. */
final class PartsText {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle(
          "io.certhall.parts.texts",
          locale(),
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));

  private PartsText() {}

  static String of(String key, Object... values) {
    Object[] plain = Stream.of(values).map(String::valueOf).toArray();
    return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(plain);
  }

  private static Locale locale() {
    String wanted = System.getProperty("certhall.language");
    if (wanted == null) {
      wanted = System.getenv("LC_ALL");
    }
    if (wanted == null || wanted.isBlank()) {
      wanted = System.getenv("LANG");
    }
    return wanted != null && wanted.startsWith("en") ? Locale.ENGLISH : Locale.ROOT;
  }
}
