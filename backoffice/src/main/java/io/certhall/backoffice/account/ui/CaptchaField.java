package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.security.SignIn.SolvedCaptcha;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.account.Captcha;
import io.certhall.processes.account.CaptchaService;
import java.util.Base64;

/** A captcha with its answer; another picture on demand. */
public class CaptchaField extends Div {

  private static final long serialVersionUID = 1L;

  private final transient CaptchaService captchas;
  private final Image picture = new Image();
  private final TextField answer = new TextField(Texts.of("login.captcha"));
  private String token = "";

  public CaptchaField(CaptchaService captchas) {
    this.captchas = captchas;
    addClassName("field-row");
    answer.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    picture.setAlt(Texts.of("login.captchaPicture"));
    picture.addClassName("captcha");
    Button other = new Button(VaadinIcon.REFRESH.create(), click -> renew());
    other.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    other.setAriaLabel(Texts.of("login.captchaOther"));
    add(answer, picture, other);
  }

  public void renew() {
    Captcha captcha = captchas.create();
    token = captcha.token();
    picture.setSrc("data:image/png;base64," + Base64.getEncoder().encodeToString(captcha.png()));
    answer.clear();
  }

  public TextField field() {
    return answer;
  }

  public SolvedCaptcha solved() {
    return new SolvedCaptcha(token, answer.getValue());
  }
}
