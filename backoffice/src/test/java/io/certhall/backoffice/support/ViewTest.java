package io.certhall.backoffice.support;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import io.certhall.backoffice.security.SignedInUser;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A test of views without a browser, on a real database; says what a person would see. */
@BackofficeTest
@ViewPackages(packages = "io.certhall.backoffice")
public abstract class ViewTest extends SpringBrowserlessTest {

  @BeforeEach
  void readsChinese() {
    UI.getCurrent().getSession().setLocale(Locale.SIMPLIFIED_CHINESE);
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  protected void signIn(Actor actor) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(actor.name(), actor),
                null,
                actor.roles().stream()
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                    .toList()));
  }

  /** Clicks the one visible button with these words. */
  protected void press(String words) {
    test(find(Button.class).withText(words).single()).click();
  }

  /** All words on the page that can be seen, below {@code part}. */
  protected static String words(Component part) {
    return words(part.getElement());
  }

  /** What the notifications on the screen say. */
  protected List<String> notices() {
    return find(Notification.class).all().stream().map(ViewTest::words).toList();
  }

  private static String words(Element element) {
    if (element.isTextNode()) {
      return element.getText();
    }
    if (!element.isVisible()) {
      return "";
    }
    return element.getChildren().map(ViewTest::words).collect(Collectors.joining(" "));
  }
}
