package io.certhall.backoffice.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of the views: every file {@code i18n/<feature>.properties} (Chinese) and {@code
 * i18n/<feature>_en.properties} on the class path. A key lives in one feature's files only.
 */
@Component
public class HallTexts implements I18NProvider {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(HallTexts.class);
  private static final String ENGLISH_END = "_en.properties";

  private final Map<String, String> chinese = new TreeMap<>();
  private final Map<String, String> english = new TreeMap<>();

  public HallTexts() {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
        boolean isEnglish = String.valueOf(file.getFilename()).endsWith(ENGLISH_END);
        read(file, isEnglish ? english : chinese);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    String text = (locale.getLanguage().equals("en") ? english : chinese).get(key);
    if (text == null) {
      log.warn("no text for {} in {}", key, locale);
      return key;
    }
    return params.length == 0 ? text : new MessageFormat(text, locale).format(params);
  }

  /** Whether there are words under this key, in any language. */
  public boolean knows(String key) {
    return chinese.containsKey(key);
  }

  private static void read(Resource file, Map<String, String> into) throws IOException {
    Properties properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    properties.forEach(
        (key, text) -> {
          if (into.put(key.toString(), text.toString()) != null) {
            throw new IllegalStateException("text " + key + " is defined twice, also in " + file);
          }
        });
  }
}
