package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.account.PasswordReset;
import io.certhall.processes.refusal.Refusal;

/** A new password by text message (GS-06). */
@Route(value = "password-reset", layout = MainLayout.class)
@AnonymousAllowed
public class PasswordResetView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient PasswordReset reset;
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final TextField username = new TextField(Texts.of("account.username"));
  private final TextField phone = new TextField(Texts.of("reset.phone"));
  private final SmsCodeField smsCode;
  private final NewPasswordField password =
      new NewPasswordField(Texts.of("account.newPassword"), username::getValue);

  PasswordResetView(PasswordReset reset) {
    this.reset = reset;
    smsCode = new SmsCodeField(this::sendCode, errors::show);
    addClassName("access");
    errors.bind("username", username);
    errors.bind("phone", phone);
    errors.bind("smsCode", smsCode.field());
    errors.bind("newPassword", password.field());
    username.setAutocomplete(Autocomplete.USERNAME);
    username.setRequiredIndicatorVisible(true);
    phone.setAutocomplete(Autocomplete.TEL);
    phone.setRequiredIndicatorVisible(true);
    phone.setHelperText(Texts.of("reset.phoneHelp"));
    ActionButton submit = ActionButton.primary(Texts.of("reset.submit"), this::submit);
    submit.setWidthFull();
    Div links = new Div(new RouterLink(Texts.of("reset.toLogin"), LoginView.class));
    links.addClassName("access-links");
    Div card =
        new Div(
            new H1(Texts.of("reset.title")),
            new Paragraph(Texts.of("reset.lead")),
            summary,
            username,
            phone,
            smsCode,
            password,
            submit,
            links);
    card.addClassNames("card", "access-card");
    add(card);
  }

  @Override
  public String getPageTitle() {
    return Texts.of("reset.title") + " - CertHall";
  }

  private void sendCode() {
    errors.clear();
    reset.request(
        username.getValue(), phone.getValue(), VaadinServletRequest.getCurrent().getRemoteAddr());
  }

  private void submit() {
    try {
      reset.reset(
          username.getValue(),
          phone.getValue(),
          smsCode.field().getValue(),
          password.field().getValue());
    } catch (Refusal refused) {
      errors.show(refused);
      return;
    }
    Refusals.showSuccess(Texts.of("reset.done"));
    UI.getCurrent().navigate(LoginView.class);
  }
}
