package io.certhall.backoffice.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reader's language: Chinese unless he chose English; a cookie keeps the choice. */
@Configuration(proxyBeanMethods = false)
public class LanguageChoice {

  private static final String COOKIE = "certhall-language";

  @Bean
  VaadinServiceInitListener languageOfNewSessions() {
    return service ->
        service
            .getSource()
            .addSessionInitListener(
                session -> session.getSession().setLocale(chosen(session.getRequest())));
  }

  /** Shows this browser everything in the other language, now and later. */
  public static void choose(Locale locale) {
    Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    VaadinResponse.getCurrent().addCookie(cookie);
    VaadinSession.getCurrent().setLocale(locale);
    UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
        .filter(Unsaved.class::isInstance)
        .forEach(page -> ((Unsaved) page).store());
    UI.getCurrent().getPage().reload();
  }

  private static Locale chosen(VaadinRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    boolean english =
        cookies != null
            && Arrays.stream(cookies)
                .anyMatch(c -> c.getName().equals(COOKIE) && c.getValue().equals("en"));
    return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
