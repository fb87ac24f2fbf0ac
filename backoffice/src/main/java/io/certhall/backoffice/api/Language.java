package io.certhall.backoffice.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The reader's language by {@code Accept-Language}: Chinese unless English is preferred. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** {@code zh} or {@code en}, as {@link io.certhall.bpmn.LocalText} asks. */
  public String code() {
    return locale.getLanguage();
  }

  public static Language of(HttpServletRequest request) {
    return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  static Language of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return ZH;
    }
    try {
      Locale best =
          Locale.lookup(
              Locale.LanguageRange.parse(header), List.of(Locale.CHINESE, Locale.ENGLISH));
      return Locale.ENGLISH.equals(best) ? EN : ZH;
    } catch (IllegalArgumentException unreadable) {
      return ZH;
    }
  }
}
