package io.certhall.backoffice.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import io.certhall.backoffice.portal.ui.HallListView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.RecordedCodes;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.security.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegisterViewTest extends Screen {

  private final RecordedCodes phones;
  private final CurrentActor currentActor;
  private final ReadableCaptchas readable;

  RegisterViewTest(RecordedCodes phones, CurrentActor currentActor, CaptchaService captchas) {
    this.phones = phones;
    this.currentActor = currentActor;
    this.readable = new ReadableCaptchas(captchas);
  }

  @Test
  @Tag("GS-01")
  void a_code_from_the_phone_opens_an_account_and_signs_in() {
    String username = FreshNumbers.username();
    String phone = FreshNumbers.phone();
    register();
    type("用户名", username);
    password("Calm-River-88");
    type("手机号", phone);
    click("获取验证码");
    assertThat(told()).contains("验证码已发送");

    type("短信验证码", phones.latest(phone).orElseThrow());
    click("注册并登录");

    assertThat(currentActor.get().has(Role.APPLICANT)).isTrue();
    assertThat(currentActor.user().orElseThrow().username()).isEqualTo(username);
  }

  @Test
  @Tag("SD-03")
  @Tag("AC-31")
  void who_disagrees_with_the_agreement_is_not_registered() {
    navigate(RegisterView.class);
    assertThat(words()).contains("用户注册协议").doesNotContain("获取验证码");

    click("不同意");

    assertThat(getCurrentView()).isInstanceOf(HallListView.class);
  }

  @Test
  void everything_wrong_is_told_at_once_at_its_field() {
    register();
    type("用户名", "a");
    password("123");
    type("手机号", "12345");

    click("注册并登录");

    assertThat(words())
        .contains("请改正以下问题")
        .contains("用户名须为4至32个字符")
        .contains("密码至少10个字符")
        .contains("请填写11位中国大陆手机号");
    assertThat(currentActor.find()).isEmpty();
  }

  @Test
  @Tag("GX-08")
  void a_unit_registers_with_its_full_name_and_finds_it_in_its_profile() {
    String phone = FreshNumbers.phone();
    String code = FreshNumbers.creditCode();
    open("halls/gxca-suqian");
    register();
    type("用户名", FreshNumbers.username());
    password("Calm-River-88");
    type("手机号", phone);
    click("获取验证码");
    type("短信验证码", phones.latest(phone).orElseThrow());
    click("注册并登录");
    assertThat(words()).contains("此项必填");
    assertThat(currentActor.find()).isEmpty();

    type("单位全称", "宿迁新注册建设有限公司");
    type("统一社会信用代码", code);
    click("注册并登录");

    assertThat(currentActor.get().has(Role.APPLICANT)).isTrue();
    open("organisation");
    assertThat(findInView(com.vaadin.flow.component.textfield.TextField.class).all())
        .extracting(com.vaadin.flow.component.textfield.TextField::getValue)
        .contains("宿迁新注册建设有限公司", code);
  }

  @Test
  @Tag("SD-04")
  void a_hall_asks_what_its_settings_name_and_refuses_at_each_field() {
    String phone = FreshNumbers.phone();
    open("halls/sdca");
    register();
    type("用户名", FreshNumbers.username());
    passwords("Calm-River-88", "Calm-River-89");
    type("单位全称", "临沂新注册建设有限公司");
    type("统一社会信用代码", FreshNumbers.creditCode());
    type("手机号", phone);
    click("获取验证码");
    type("短信验证码", phones.latest(phone).orElseThrow());
    type("图片验证码", "-----");
    assertThat(words()).contains("施工单位", "咨询企业");

    click("注册并登录");

    assertThat(words()).contains("两次输入的密码不一致", "申报人：此项必填", "图片验证码不正确");
    assertThat(currentActor.find()).isEmpty();

    passwords("Calm-River-88", "Calm-River-88");
    type("申报人", "周申报");
    readable.renew(findInView(CaptchaField.class).single());
    type("图片验证码", ReadableCaptchas.ANSWER);
    click("注册并登录");

    assertThat(currentActor.get().has(Role.APPLICANT)).isTrue();
    open("account");
    assertThat(words()).contains("申报人", "周申报");
  }

  @Test
  void hints_follow_the_password_while_it_is_typed() {
    register();

    password("abcdefghij");
    assertThat(words()).contains("密码过于简单");

    password("Calm-River-88");
    assertThat(words()).contains("密码符合要求").doesNotContain("密码过于简单");
  }

  @Test
  void a_wrong_code_is_refused_and_what_was_typed_stays() {
    String phone = FreshNumbers.phone();
    register();
    type("用户名", FreshNumbers.username());
    password("Calm-River-88");
    type("手机号", phone);
    click("获取验证码");

    type("短信验证码", phones.latest(phone).orElseThrow().equals("000000") ? "000001" : "000000");
    click("注册并登录");

    assertThat(words()).contains("短信验证码不正确");
    assertThat(
            findInView(com.vaadin.flow.component.textfield.TextField.class)
                .withLabel("手机号")
                .single()
                .getValue())
        .isEqualTo(phone);
  }

  @Test
  void no_code_is_sent_to_what_is_no_phone() {
    register();
    type("手机号", "999");

    click("获取验证码");

    assertThat(words()).contains("请填写11位中国大陆手机号");
  }

  private void password(String text) {
    test(findInView(PasswordField.class).single()).setValue(text);
  }

  private void passwords(String first, String again) {
    test(findInView(PasswordField.class).withLabel("密码").single()).setValue(first);
    test(findInView(PasswordField.class).withLabel("确认密码").single()).setValue(again);
  }

  private void register() {
    navigate(RegisterView.class);
    click("同意并继续");
  }
}
