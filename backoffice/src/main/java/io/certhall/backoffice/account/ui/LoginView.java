package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.PluggedToken;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.security.SignIn;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.account.KeyLogin;
import io.certhall.processes.refusal.Refusal;
import java.util.Map;
import java.util.Optional;

/** Login with user name and password (GS-05); a captcha joins after failures. */
@Route(value = "login", layout = MainLayout.class)
@AnonymousAllowed
public class LoginView extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final String REMEMBERED = "certhall-username";

  private final transient SignIn signIn;
  private final transient CurrentActor currentActor;
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final TextField username = new TextField(Texts.of("account.username"));
  private final PasswordField password = new PasswordField(Texts.of("account.password"));
  private final Checkbox remember = new Checkbox(Texts.of("login.remember"));
  private final CaptchaField captcha;

  LoginView(
      SignIn signIn,
      CurrentActor currentActor,
      CaptchaService captchas,
      AgentSettings agentSettings) {
    this.signIn = signIn;
    this.currentActor = currentActor;
    this.captcha = new CaptchaField(captchas);
    addClassName("access");
    username.setAutocomplete(Autocomplete.USERNAME);
    username.setAutofocus(true);
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    errors.bind("username", username);
    errors.bind("password", password);
    errors.bind("captcha", captcha.field());
    captcha.setVisible(false);
    ActionButton submit = ActionButton.primary(Texts.of("login.submit"), this::submit);
    submit.addClickShortcut(Key.ENTER);
    submit.setWidthFull();
    KeyAgentPort agent = new KeyAgentPort(agentSettings);
    ActionButton withKey =
        new ActionButton(
            Texts.of("agent.loginButton"), () -> agent.read(keys -> logIn(agent, keys)));
    withKey.setWidthFull();
    Div links =
        new Div(
            new RouterLink(Texts.of("login.forgotten"), PasswordResetView.class),
            new RouterLink(Texts.of("login.register"), RegisterView.class));
    links.addClassName("access-links");
    Div card =
        new Div(
            new H1(Texts.of("login.title")),
            summary,
            username,
            password,
            captcha,
            remember,
            submit,
            withKey,
            agent,
            links);
    card.addClassNames("card", "access-card");
    add(card);
    recall();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (currentActor.find().isPresent()) {
      event.forwardTo(HomeView.class);
    }
  }

  @Override
  public String getPageTitle() {
    return Texts.of("login.title") + " - CertHall";
  }

  private void submit() {
    if (username.isEmpty() || password.isEmpty()) {
      errors.clear();
      errors.mark("username", username.isEmpty() ? Texts.of("login.usernameMissing") : null);
      errors.mark("password", password.isEmpty() ? Texts.of("login.passwordMissing") : null);
      return;
    }
    try {
      String target =
          signIn.signIn(
              username.getValue(),
              password.getValue(),
              captcha.isVisible() ? captcha.solved() : null);
      rememberOrForget();
      UI.getCurrent().getPage().setLocation(target);
    } catch (Refusal refused) {
      errors.show(refused);
      boolean needed = signIn.captchaRequired(username.getValue());
      captcha.setVisible(needed);
      if (needed) {
        captcha.renew();
      }
      password.focus();
    }
  }

  /** A fresh challenge each time; the key signs it together with this page's origin (GS-11). */
  private void logIn(KeyAgentPort agent, KeyAgentPort.Plugged keys) {
    Optional<PluggedToken> key =
        keys.tokens().stream().filter(one -> !one.certificates().isEmpty()).findFirst();
    if (key.isEmpty()) {
      agent.add(
          new Notice(
              StatusBadge.Tone.WRONG,
              Texts.of("agent.noCertificate"),
              Texts.of("agent.noCertificateText")));
      return;
    }
    String challenge = signIn.challenge();
    agent.call(
        "/v1/sign",
        Map.of(
            "token", key.get().serial(),
            "certificate", key.get().certificates().getFirst(),
            "challenge", challenge),
        answer -> {
          try {
            String target =
                signIn.signInWithKey(
                    challenge,
                    new KeyLogin.Answer(
                        answer.path("certificate").asString(""),
                        answer.path("signature").asString(""),
                        answer.path("algorithm").asString("")));
            UI.getCurrent().getPage().setLocation(target);
          } catch (Refusal refused) {
            errors.show(refused);
          }
        });
  }

  /** Only the user name, only in this browser. */
  private void rememberOrForget() {
    getElement()
        .executeJs(
            "if ($1) localStorage.setItem($0, $1); else localStorage.removeItem($0)",
            REMEMBERED,
            remember.getValue() ? username.getValue() : "");
  }

  private void recall() {
    getElement()
        .executeJs("return localStorage.getItem($0) || ''", REMEMBERED)
        .then(
            String.class,
            name -> {
              if (!name.isEmpty() && username.isEmpty()) {
                username.setValue(name);
                remember.setValue(true);
                password.focus();
              }
            });
  }
}
