package io.certhall.backoffice.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.RecordedCodes;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.account.Accounts;
import io.certhall.processes.security.Actor;
import org.junit.jupiter.api.Test;

class AccountViewTest extends Screen {

  private final Fixtures fixtures;
  private final Accounts accounts;
  private final RecordedCodes phones;

  AccountViewTest(Fixtures fixtures, Accounts accounts, RecordedCodes phones) {
    this.fixtures = fixtures;
    this.accounts = accounts;
    this.phones = phones;
  }

  @Test
  void the_phone_is_masked_and_changes_with_a_code_sent_to_the_new_one() {
    Actor applicant = fixtures.applicant();
    String phone = FreshNumbers.phone();
    signIn(applicant);
    open("account");
    type("新手机号", phone);
    click("获取验证码");
    type("短信验证码", phones.latest(phone).orElseThrow());

    press("更换手机号");

    assertThat(accounts.phoneForMessages(applicant.accountId())).contains(phone);
    assertThat(words())
        .contains(phone.substring(0, 3) + "****" + phone.substring(7))
        .doesNotContain(phone);
  }

  @Test
  void a_wrong_current_password_and_a_weak_new_one_are_told_at_once() {
    signIn(fixtures.applicant());
    open("account");
    password("当前密码", "not-my-password-1");
    password("新密码", "short");

    press("修改密码");

    assertThat(words()).contains("当前密码不正确").contains("密码至少10个字符");
  }

  @Test
  void the_right_current_password_lets_choose_a_new_one() {
    signIn(fixtures.applicant());
    open("account");
    password("当前密码", Fixtures.PASSWORD);
    password("新密码", "Calm-River-88");

    press("修改密码");

    assertThat(told()).contains("密码已修改");
  }

  private void password(String label, String text) {
    test(findInView(PasswordField.class).withLabel(label).single()).setValue(text);
  }

  private void press(String button) {
    test(findInView(Button.class).withText(button).single()).click();
  }
}
