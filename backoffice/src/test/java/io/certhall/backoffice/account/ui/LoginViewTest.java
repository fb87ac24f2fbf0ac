package io.certhall.backoffice.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrganisations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoginViewTest extends Screen {

  private final Fixtures fixtures;
  private final CurrentActor currentActor;
  private final TestOrganisations organisations;

  LoginViewTest(Fixtures fixtures, CurrentActor currentActor, TestOrganisations organisations) {
    this.fixtures = fixtures;
    this.currentActor = currentActor;
    this.organisations = organisations;
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

  @Test
  @Tag("GX-09")
  void an_organisation_signs_in_by_its_name_where_the_hall_offers_it() {
    Actor owner = fixtures.account(FreshNumbers.username(), Role.APPLICANT);
    String company = organisations.of(owner).name();
    open("halls/gxca-suqian");
    navigate(LoginView.class);

    kinds().setValue(LoginKind.COMPANY);
    type("单位名称或统一社会信用代码", company);
    test(findInView(PasswordField.class).single()).setValue("wrong-password-1");
    press("登录");
    assertThat(words()).contains("用户名或密码不正确");
    test(findInView(PasswordField.class).single()).setValue(Fixtures.PASSWORD);
    press("登录");

    assertThat(currentActor.get()).isEqualTo(owner);
  }

  @Test
  @Tag("SZ-04")
  void a_phone_signs_in_with_a_code_where_the_hall_offers_it() {
    open("halls/szca-hunan");
    navigate(LoginView.class);

    kinds().setValue(LoginKind.PHONE_CODE);
    assertThat(words()).doesNotContain(" 密码 ").contains("手机号", "短信验证码");
    type("手机号", FreshNumbers.phone());
    press("获取验证码");
    type("短信验证码", "000000");
    press("登录");

    assertThat(currentActor.find()).isEmpty();
    assertThat(words()).contains("验证码不正确");
  }

  @Test
  void a_hall_without_other_logins_shows_no_choice() {
    open("halls/gscamce");
    navigate(LoginView.class);

    assertThat(findInView(RadioButtonGroup.class).all()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<LoginKind> kinds() {
    return findInView(RadioButtonGroup.class).single();
  }

  private void press(String text) {
    test(findInView(com.vaadin.flow.component.button.Button.class).withText(text).single()).click();
  }

  private void logIn(String username, String password) {
    type("用户名", username);
    test(findInView(PasswordField.class).single()).setValue(password);
    test(findInView(com.vaadin.flow.component.button.Button.class).withText("登录").single()).click();
  }
}
