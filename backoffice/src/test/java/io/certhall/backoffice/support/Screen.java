package io.certhall.backoffice.support;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import io.certhall.backoffice.security.SignedInUser;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a person sees and does; begins as a guest who reads Chinese. */
@ScreenTest
public abstract class Screen extends SpringBrowserlessTest {

  /** The pretended browser speaks English: what it opened first is left. */
  @BeforeEach
  void readChinese() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    UI.getCurrent().navigate("register");
  }

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  /** Begins anew as this person. */
  protected void signIn(Actor actor) {
    cleanVaadinEnvironment();
    List<SimpleGrantedAuthority> roles =
        actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(actor.name(), actor), null, roles));
    initVaadinEnvironment();
    readChinese();
  }

  /** Opens an address of the hall. */
  protected void open(String address) {
    int question = address.indexOf('?');
    if (question < 0) {
      UI.getCurrent().navigate(address);
    } else {
      UI.getCurrent()
          .navigate(
              address.substring(0, question),
              QueryParameters.fromString(address.substring(question + 1)));
    }
  }

  /** All words on the page, with labels and messages of fields. */
  protected String words() {
    StringBuilder words = new StringBuilder();
    read(getCurrentView().getElement(), words);
    return words.toString();
  }

  protected String words(Component component) {
    StringBuilder words = new StringBuilder();
    read(component.getElement(), words);
    return words.toString();
  }

  protected boolean offers(String button) {
    return !findInView(Button.class).withText(button).all().isEmpty();
  }

  protected void click(String button) {
    test(find(Button.class).withText(button).all().getFirst()).click();
  }

  protected void type(String label, String text) {
    test(findInView(TextField.class).withLabel(label).single()).setValue(text);
  }

  /** What floats over the page; empty when nothing does. */
  protected String told() {
    StringBuilder words = new StringBuilder();
    find(Notification.class).all().forEach(shown -> read(shown.getElement(), words));
    return words.toString();
  }

  /** Lets arrive what other threads want to show. */
  protected void settle() {
    VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
  }

  protected void upload(Upload upload, String name, byte[] content) {
    new UploadTester<>(upload).upload(name, "application/octet-stream", content);
    settle();
  }

  private static void read(Element element, StringBuilder words) {
    if (element.isTextNode()) {
      words.append(element.getText()).append(' ');
      return;
    }
    if (!element.isVisible()) {
      return;
    }
    for (String property : List.of("label", "helperText")) {
      append(element.getProperty(property), words);
    }
    if (element.getProperty("invalid", false)) {
      append(element.getProperty("errorMessage"), words);
    }
    element.getChildren().forEach(child -> read(child, words));
  }

  private static void append(@org.jspecify.annotations.Nullable String text, StringBuilder words) {
    if (text != null && !text.isEmpty()) {
      words.append(text).append(' ');
    }
  }
}
