package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.portal.ui.HallListView;
import io.certhall.backoffice.security.SignIn;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.HallFields;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.account.AccountRegistration;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.account.HallRegistration;
import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.account.RegisteredUnit;
import io.certhall.processes.account.RegistrationAgreement;
import io.certhall.processes.account.RegistrationForm;
import io.certhall.processes.account.Username;
import io.certhall.processes.account.VerificationCodes;
import io.certhall.processes.account.VerificationPurpose;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registration of an applicant (GS-01), with what the hall asks of its own (SD-04). */
@Route(value = "register", layout = MainLayout.class)
@AnonymousAllowed
public class RegisterView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient AccountRegistration registration;
  private final transient VerificationCodes codes;
  private final transient SignIn signIn;
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final TextField username = new TextField(Texts.of("account.username"));
  private final NewPasswordField password =
      new NewPasswordField(Texts.of("account.password"), username::getValue);
  private final TextField displayName = new TextField(Texts.of("account.displayName"));
  private final TextField phone = new TextField(Texts.of("account.phone"));
  private final SmsCodeField smsCode;

  private final PasswordField repeatedPassword =
      new PasswordField(Texts.of("register.repeatedPassword"));
  private final transient @Nullable HallSettings hall;
  private final HallFields hallFields;
  private final CaptchaField captcha;
  private final TextField unitName = new TextField(Texts.of("register.unit"));
  private final TextField creditCode = new TextField(Texts.of("profile.creditCode"));

  RegisterView(
      AccountRegistration registration,
      VerificationCodes codes,
      SignIn signIn,
      CurrentHall currentHall,
      CaptchaService captchas) {
    this.registration = registration;
    this.codes = codes;
    this.signIn = signIn;
    smsCode = new SmsCodeField(this::sendCode, errors::show);
    hall = currentHall.isChosen() ? currentHall.get().settings() : null;
    boolean asksUnit = hall != null && hall.registration().unit();
    hallFields =
        new HallFields(errors, hall == null ? List.of() : hall.registrationFields(), Map.of());
    hallFields.setVisible(hall != null && !hall.registrationFields().isEmpty());
    errors.bind("repeatedPassword", repeatedPassword).setAutocomplete(Autocomplete.NEW_PASSWORD);
    repeatedPassword.setRequiredIndicatorVisible(true);
    repeatedPassword.setVisible(hall != null && hall.registration().repeatedPassword());
    captcha = new CaptchaField(captchas);
    errors.bind("captcha", captcha.field()).setRequiredIndicatorVisible(true);
    captcha.setVisible(hall != null && hall.registration().captcha());
    renewCaptcha();
    errors.bind("unit.name", unitName).setAutocomplete(Autocomplete.ORGANIZATION);
    errors.bind("unit.creditCode", creditCode);
    LiveCheck.creditCode(errors, "unit.creditCode", creditCode);
    for (TextField field : new TextField[] {unitName, creditCode}) {
      field.setRequiredIndicatorVisible(true);
      field.setVisible(asksUnit);
    }
    addClassName("access");
    errors.bind("username", username);
    errors.bind("password", password.field());
    errors.bind("displayName", displayName);
    errors.bind("phone", phone);
    errors.bind("smsCode", smsCode.field());
    username.setAutocomplete(Autocomplete.USERNAME);
    username.setHelperText(Texts.of("account.usernameHelp"));
    username.setRequiredIndicatorVisible(true);
    phone.setAutocomplete(Autocomplete.TEL);
    phone.setRequiredIndicatorVisible(true);
    checkWhileTyping();
    ActionButton submit = ActionButton.primary(Texts.of("register.submit"), this::submit);
    submit.setWidthFull();
    Div links = new Div(new RouterLink(Texts.of("register.toLogin"), LoginView.class));
    links.addClassName("access-links");
    Div form =
        new Div(
            new H1(Texts.of("register.title")),
            new Paragraph(Texts.of("register.lead")),
            summary,
            unitName,
            creditCode,
            username,
            password,
            repeatedPassword,
            displayName,
            hallFields,
            phone,
            smsCode,
            captcha,
            submit,
            links);
    form.addClassNames("card", "access-card");
    add(agreement(form));
  }

  /** The first of the steps (SD-03): without it there is no form. */
  private Div agreement(Div form) {
    Locale locale = UI.getCurrent().getLocale();
    Div text = new Div(RegistrationAgreement.text(locale));
    text.addClassName("agreement-text");
    text.getElement().setAttribute("tabindex", "0");
    text.getElement().setAttribute("role", "document");
    text.getElement().setAttribute("aria-label", RegistrationAgreement.title(locale));
    Span version = new Span(Texts.of("draft.version", RegistrationAgreement.VERSION));
    version.addClassNames("muted", "small");
    Div card = new Div();
    ActionButton agree =
        ActionButton.primary(
            Texts.of("register.agree"),
            () -> {
              replace(card, form);
              username.focus();
            });
    ActionButton disagree =
        new ActionButton(
            Texts.of("register.disagree"), () -> UI.getCurrent().navigate(HallListView.class));
    Div actions = new Div(agree, disagree);
    actions.addClassName("access-actions");
    card.add(new H1(RegistrationAgreement.title(locale)), version, text, actions);
    card.addClassNames("card", "access-card", "access-agreement");
    return card;
  }

  @Override
  public String getPageTitle() {
    return Texts.of("register.title") + " - CertHall";
  }

  private void checkWhileTyping() {
    username.setValueChangeMode(ValueChangeMode.LAZY);
    username.addValueChangeListener(
        change ->
            errors.mark(
                "username",
                change.getValue().isEmpty() || Username.parse(change.getValue()).isPresent()
                    ? null
                    : Texts.of(Problem.of("username", "USERNAME_FORM"))));
    phone.addValueChangeListener(
        change ->
            errors.mark(
                "phone",
                change.getValue().isEmpty() || MobilePhone.parse(change.getValue()).isPresent()
                    ? null
                    : Texts.of(Problem.of("phone", "PHONE_FORM"))));
  }

  private HallRegistration asked() {
    SignIn.SolvedCaptcha solved = captcha.solved();
    return new HallRegistration(
        repeatedPassword.getValue(),
        solved.token(),
        solved.answer(),
        new RegisteredUnit(unitName.getValue(), creditCode.getValue()),
        hallFields.answers());
  }

  /** One picture for one attempt. */
  private void renewCaptcha() {
    if (captcha.isVisible()) {
      captcha.renew();
    }
  }

  private void sendCode() {
    errors.clear();
    codes.request(
        VerificationPurpose.REGISTER,
        phone.getValue(),
        VaadinServletRequest.getCurrent().getRemoteAddr());
  }

  private void submit() {
    RegistrationForm form =
        new RegistrationForm(
            username.getValue(),
            password.field().getValue(),
            phone.getValue(),
            smsCode.field().getValue(),
            displayName.getValue(),
            RegistrationAgreement.VERSION);
    try {
      if (hall == null) {
        registration.register(form);
      } else {
        registration.register(form, hall, asked());
      }
    } catch (Refusal refused) {
      errors.show(refused);
      renewCaptcha();
      return;
    }
    String target = signIn.signIn(username.getValue(), password.field().getValue(), null);
    UI.getCurrent().getPage().setLocation(target);
  }
}
