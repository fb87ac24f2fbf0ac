package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
import io.certhall.backoffice.key.KeyChoice;
import io.certhall.backoffice.key.PluggedToken;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.security.SignIn;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.account.KeyLogin;
import io.certhall.processes.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  private final RadioButtonGroup<LoginKind> kind = new RadioButtonGroup<>(Texts.of("login.kind"));
  private final TextField phone = new TextField(Texts.of("account.phone"));
  private final SmsCodeField smsCode;
  private final transient @Nullable HallSettings hall;
  private final KeyChoice choice = new KeyChoice();

  LoginView(
      SignIn signIn,
      CurrentActor currentActor,
      CurrentHall currentHall,
      CaptchaService captchas,
      AgentSettings agentSettings) {
    this.signIn = signIn;
    this.currentActor = currentActor;
    this.captcha = new CaptchaField(captchas);
    this.hall = currentHall.isChosen() ? currentHall.get().settings() : null;
    this.smsCode = new SmsCodeField(this::sendCode, errors::show);
    addClassName("access");
    username.setAutocomplete(Autocomplete.USERNAME);
    username.setAutofocus(true);
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    errors.bind("username", username);
    errors.bind("password", password);
    errors.bind("captcha", captcha.field());
    captcha.setVisible(false);
    errors.bind("phone", phone).setAutocomplete(Autocomplete.TEL);
    errors.bind("smsCode", smsCode.field());
    offerKinds();
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
            kind,
            summary,
            username,
            password,
            phone,
            smsCode,
            captcha,
            remember,
            submit,
            withKey,
            agent,
            choice,
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

  private void offerKinds() {
    kind.setItems(
        Arrays.stream(LoginKind.values())
            .filter(one -> one == LoginKind.USERNAME || isOffered(one))
            .toList());
    kind.setItemLabelGenerator(Texts::of);
    kind.addValueChangeListener(
        change -> {
          errors.clear();
          showKind(change.getValue() == null ? LoginKind.USERNAME : change.getValue());
        });
    kind.setValue(LoginKind.USERNAME);
    kind.setVisible(Arrays.stream(LoginKind.values()).skip(1).anyMatch(this::isOffered));
    showKind(LoginKind.USERNAME);
  }

  private boolean isOffered(LoginKind one) {
    return hall != null && hall.logins().contains(one.name());
  }

  private void showKind(LoginKind shown) {
    boolean byPhone = shown == LoginKind.PHONE_CODE;
    username.setVisible(!byPhone);
    username.setLabel(Texts.of(shown == LoginKind.COMPANY ? "login.company" : "account.username"));
    password.setVisible(!byPhone);
    remember.setVisible(shown == LoginKind.USERNAME);
    phone.setVisible(byPhone);
    smsCode.setVisible(byPhone);
    captcha.setVisible(false);
  }

  private void sendCode() {
    errors.clear();
    signIn.sendCode(Objects.requireNonNull(hall), phone.getValue());
  }

  private void submit() {
    switch (kind.getValue()) {
      case USERNAME -> withPassword(false);
      case COMPANY -> withPassword(true);
      case PHONE_CODE -> withPhone();
    }
  }

  private void withPhone() {
    try {
      UI.getCurrent()
          .getPage()
          .setLocation(
              signIn.signInWithPhone(
                  Objects.requireNonNull(hall), phone.getValue(), smsCode.field().getValue()));
    } catch (Refusal refused) {
      errors.show(refused);
    }
  }

  private void withPassword(boolean company) {
    if (username.isEmpty() || password.isEmpty()) {
      errors.clear();
      errors.mark(
          "username",
          username.isEmpty()
              ? Texts.of(company ? "login.companyMissing" : "login.usernameMissing")
              : null);
      errors.mark("password", password.isEmpty() ? Texts.of("login.passwordMissing") : null);
      return;
    }
    try {
      SignIn.SolvedCaptcha solved = captcha.isVisible() ? captcha.solved() : null;
      String target =
          company
              ? signIn.signInCompany(
                  Objects.requireNonNull(hall), username.getValue(), password.getValue(), solved)
              : signIn.signIn(username.getValue(), password.getValue(), solved);
      if (!company) {
        rememberOrForget();
      }
      UI.getCurrent().getPage().setLocation(target);
    } catch (Refusal refused) {
      errors.show(refused);
      boolean needed =
          company
              ? signIn.captchaRequiredOfCompany(username.getValue())
              : signIn.captchaRequired(username.getValue());
      captcha.setVisible(needed);
      if (needed) {
        captcha.renew();
      }
      password.focus();
    }
  }

  /** A fresh challenge each time; the key signs it together with this page's origin (GS-11). */
  private void logIn(KeyAgentPort agent, KeyAgentPort.Plugged keys) {
    List<KeyChoice.Choice> certificates = KeyChoice.signing(keys.tokens());
    if (certificates.isEmpty()) {
      agent.add(
          new Notice(
              StatusBadge.Tone.WRONG,
              Texts.of("agent.noCertificate"),
              Texts.of("agent.noCertificateText")));
      return;
    }
    choice.ask(
        certificates,
        one -> logIn(agent, one.token(), Objects.requireNonNull(one.certificate()).serial()));
  }

  private void logIn(KeyAgentPort agent, PluggedToken key, String certificate) {
    String challenge = signIn.challenge();
    agent.call(
        "/v1/sign",
        Map.of(
            "token", key.serial(),
            "certificate", certificate,
            "challenge", challenge),
        answer -> {
          try {
            String target =
                signIn.signInWithKey(
                    challenge,
                    new KeyLogin.Answer(
                        answer.path("certificate").asString(""),
                        answer.path("signature").asString(""),
                        answer.path("algorithm").asString("")),
                    hall);
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
