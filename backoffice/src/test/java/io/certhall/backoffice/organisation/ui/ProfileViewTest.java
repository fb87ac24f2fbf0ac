package io.certhall.backoffice.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ScriptedSubjects;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileViewTest extends Screen {

  private final Fixtures fixtures;
  private final OrganisationProfiles profiles;
  private final ApprovalStates approvals;
  private final ScriptedSubjects platform;

  ProfileViewTest(
      Fixtures fixtures,
      OrganisationProfiles profiles,
      ApprovalStates approvals,
      ScriptedSubjects platform) {
    this.fixtures = fixtures;
    this.profiles = profiles;
    this.approvals = approvals;
    this.platform = platform;
  }

  @Test
  @Tag("GS-02")
  @Tag("GS-16")
  void a_new_profile_is_saved_and_submitted_in_one_go() {
    Actor applicant = fixtures.applicant();
    signIn(applicant);
    navigate(ProfileView.class);
    fill(FreshNumbers.creditCode());

    click("保存并提交审核");

    long id = profiles.of(applicant).orElseThrow().id();
    assertThat(approvals.of(id, TestOrders.HALL)).isEqualTo(ApprovalState.PENDING);
    assertThat(words()).contains("待审核：已提交甘肃中工国际");
  }

  @Test
  void everything_wrong_is_told_at_once_and_nothing_typed_is_lost() {
    Actor applicant = fixtures.applicant();
    signIn(applicant);
    navigate(ProfileView.class);
    type("单位名称", "甘肃某某建设有限公司");
    type("统一社会信用代码", "123");
    type("法定代表人身份证号", "620102199013010011");

    click("保存");

    assertThat(words())
        .contains("统一社会信用代码须为18位")
        .contains("身份证号中的出生日期不存在")
        .contains("法定代表人姓名：此项必填。");
    assertThat(profiles.of(applicant)).isEmpty();
    assertThat(
            findInView(com.vaadin.flow.component.textfield.TextField.class)
                .withLabel("单位名称")
                .single()
                .getValue())
        .isEqualTo("甘肃某某建设有限公司");
  }

  @Test
  void a_wrong_check_digit_of_the_credit_code_is_only_a_hint() {
    Actor applicant = fixtures.applicant();
    signIn(applicant);
    navigate(ProfileView.class);
    String right = FreshNumbers.creditCode();
    fill(right.substring(0, 17) + (right.endsWith("0") ? "1" : "0"));
    assertThat(words()).contains("校验位不符");

    click("保存");

    assertThat(profiles.of(applicant)).isPresent();
    assertThat(words()).contains("请核对").contains("校验位不符");
  }

  @Test
  @Tag("GX-10")
  void numbers_are_masked_until_the_owner_edits() {
    Actor applicant = fixtures.applicant();
    var form = Fixtures.profile();
    profiles.save(applicant, form);
    signIn(applicant);
    navigate(ProfileView.class);
    assertThat(words()).doesNotContain(form.legalRepIdNo());

    click("修改");

    assertThat(
            findInView(com.vaadin.flow.component.textfield.TextField.class)
                .withLabel("法定代表人身份证号")
                .single()
                .getValue())
        .isEqualTo(form.legalRepIdNo());
  }

  @Test
  @Tag("GS-14")
  void a_profile_is_read_from_the_shared_platform_and_marked_with_its_source() {
    Actor applicant = fixtures.applicant();
    String code = FreshNumbers.creditCode();
    platform.knows(code, "甘肃共享建设有限公司");
    signIn(applicant);
    navigate(ProfileView.class);
    fill(code);

    click("从共享平台读取");

    TextField name = field("单位名称");
    assertThat(name.getValue()).isEqualTo("甘肃共享建设有限公司");
    assertThat(name.isReadOnly()).isTrue();
    assertThat(name.getHelperText()).isEqualTo("来源：甘肃省交易主体共享平台");
    assertThat(field("联系人姓名").isReadOnly()).isFalse();
    click("保存");
    assertThat(words()).contains("甘肃共享建设有限公司", "信息来源", "甘肃省交易主体共享平台");
    click("修改");
    assertThat(field("单位名称").isReadOnly()).isTrue();
  }

  @Test
  void a_platform_without_answer_takes_nothing_away() {
    String code = FreshNumbers.creditCode();
    platform.isSilentAbout(code);
    signIn(fixtures.applicant());
    navigate(ProfileView.class);
    fill(code);

    click("从共享平台读取");

    assertThat(words()).contains("共享平台暂时没有返回结果");
    assertThat(field("单位名称").getValue()).isEqualTo("甘肃某某建设有限公司");
    assertThat(field("单位名称").isReadOnly()).isFalse();
  }

  private TextField field(String label) {
    return findInView(TextField.class).withLabel(label).single();
  }

  private void fill(String creditCode) {
    type("单位名称", "甘肃某某建设有限公司");
    type("统一社会信用代码", creditCode);
    type("法定代表人姓名", "张三");
    type("法定代表人身份证号", FreshNumbers.idNo());
    type("法定代表人手机", FreshNumbers.phone());
    type("注册地址", "甘肃省兰州市城关区东岗西路1号");
    type("联系人姓名", "李四");
    type("联系人手机", FreshNumbers.phone());
  }
}
