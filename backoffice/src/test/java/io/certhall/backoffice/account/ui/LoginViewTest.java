package io.certhall.backoffice.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.PasswordField;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.security.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoginViewTest extends Screen {

  private final Fixtures fixtures;
  private final CurrentActor currentActor;

  LoginViewTest(Fixtures fixtures, CurrentActor currentActor) {
    this.fixtures = fixtures;
    this.currentActor = currentActor;
  }

  @Test
  @Tag("GS-05")
  @Tag("SD-10")
  void the_right_password_signs_in() {
    String username = FreshNumbers.username();
    fixtures.account(username, Role.APPLICANT);
    navigate(LoginView.class);

    logIn(username, Fixtures.PASSWORD);

    assertThat(currentActor.get().name()).isEqualTo("用户" + username);
  }

  @Test
  void a_wrong_password_is_told_without_saying_which_part_was_wrong() {
    navigate(LoginView.class);

    logIn(FreshNumbers.username(), "wrong-password-1");

    assertThat(words()).contains("用户名或密码不正确");
    assertThat(currentActor.find()).isEmpty();
  }

  @Test
  void what_is_left_empty_is_asked_for() {
    navigate(LoginView.class);

    logIn("", "");

    assertThat(words()).contains("请输入用户名。").contains("请输入密码。");
  }

  @Test
  @Tag("GS-05")
  void a_captcha_appears_after_three_failures_and_a_wrong_answer_is_refused() {
    String username = FreshNumbers.username();
    fixtures.account(username, Role.APPLICANT);
    navigate(LoginView.class);
    assertThat(findInView(Image.class).all()).isEmpty();

    for (int i = 0; i < 3; i++) {
      logIn(username, "wrong-password-1");
    }

    assertThat(findInView(Image.class).single().getSrc()).startsWith("data:image/png;base64,");
    type("图片验证码", "-----");
    logIn(username, Fixtures.PASSWORD);
    assertThat(words()).contains("图片验证码不正确或已过期");
    assertThat(currentActor.find()).isEmpty();
  }

  private void logIn(String username, String password) {
    type("用户名", username);
    test(findInView(PasswordField.class).single()).setValue(password);
    test(findInView(com.vaadin.flow.component.button.Button.class).withText("登录").single()).click();
  }
}
