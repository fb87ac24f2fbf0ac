package io.certhall.standalone.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A small HTML page beside this class: {@code #{key}} is a text of the bundle ({@code #{.key}} one
 * of the page's family), {@code ${name}} a value. Values are escaped, except {@link Html}.
 */
public final class SimulatorPage {

  /** Made by another page or row, thus escaped already. */
  public record Html(String text) {}

  private static final Pattern HOLE = Pattern.compile("([#$])\\{([A-Za-z0-9.]+)}");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String template;
  private final String family;

  public SimulatorPage(String name) {
    this(name, "");
  }

  /**
   * @param family before each text's key that begins with a dot
   */
  public SimulatorPage(String name, String family) {
    this.family = family;
    try (InputStream in = SimulatorPage.class.getResourceAsStream(name + ".html")) {
      if (in == null) {
        throw new IllegalStateException("no page " + name);
      }
      template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read page " + name, e);
    }
  }

  /**
   * @param lang "en" for English; anything else is Chinese
   */
  public Html render(@Nullable String lang, Map<String, ?> values) {
    ResourceBundle texts = texts(lang);
    Matcher holes = HOLE.matcher(template);
    return new Html(
        holes.replaceAll(
            hole -> {
              String key = hole.group(2);
              Object value =
                  hole.group(1).equals("#")
                      ? texts.getString(key.startsWith(".") ? family + key : key)
                      : required(values, key);
              return Matcher.quoteReplacement(
                  value instanceof Html html
                      ? html.text()
                      : HtmlUtils.htmlEscape(value.toString(), "UTF-8"));
            }));
  }

  public static String text(@Nullable String lang, String key) {
    return texts(lang).getString(key);
  }

  private static ResourceBundle texts(@Nullable String lang) {
    Locale locale = "en".equals(lang) ? Locale.ENGLISH : Locale.ROOT;
    return ResourceBundle.getBundle(
        SimulatorPage.class.getPackageName() + ".pages", locale, NO_FALLBACK);
  }

  private static Object required(Map<String, ?> values, String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no value for ${" + key + "}");
    }
    return value;
  }
}
