package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What applicants of each hall agree to, in both languages. */
class AgreementTextsTest {

  @Test
  @Tag("CFCA-16")
  @Tag("CFCA-17")
  @Tag("CFCA-20")
  void cfca_asks_for_the_truth_and_uses_images_for_seals_only() {
    assertThat(chinese("cfca-suqian"))
        .contains("真实、完整")
        .contains("按电子认证业务规则核验")
        .contains("签收或领取证书即视为接受证书")
        .contains("只用于制作电子签章");
    assertThat(english("cfca-suqian"))
        .contains("certification rules")
        .contains("counts as acceptance")
        .contains("for the electronic seals only");
  }

  @Test
  @Tag("GX-06")
  @Tag("GX-22")
  @Tag("GX-23")
  @Tag("GX-59")
  void gx_tells_what_a_key_is_for_and_who_pays_the_courier() {
    assertThat(chinese("gxca-suqian"))
        .contains("邮费到付")
        .contains("多个项目同时开标的，请备足锁具，各锁分别加密文件")
        .contains("已上传的投标文件需要重新制作并上传")
        .contains("有效期自受理之日起算");
    assertThat(english("gxca-suqian"))
        .contains("at the recipient's cost")
        .contains("prepare and upload the bid again");
  }

  @Test
  @Tag("GX-62")
  @Tag("GX-63")
  @Tag("GX-64")
  @Tag("GX-65")
  @Tag("GX-68")
  void gx_names_the_duties_of_the_holder() {
    assertThat(chinese("gxca-suqian"))
        .contains("单位名称、证件号码变化的应及时申请变更")
        .contains("应在8小时内申请注销")
        .contains("审核通过后24小时内完成")
        .contains("此前的使用由持有人负责")
        .contains("锁和口令不得转借、转让");
    assertThat(english("gxca-suqian"))
        .contains("within 8 hours")
        .contains("within 24 hours after approval")
        .contains("neither lent nor transferred");
  }

  @Test
  @Tag("GX-67")
  void gx_publishes_changes_of_its_agreement() {
    assertThat(chinese("gxca-suqian")).contains("不同意的可在15日内以此为由申请注销，逾期视为同意");
    assertThat(english("gxca-suqian")).contains("within 15 days");
  }

  @Test
  @Tag("SD-09")
  void shandong_has_a_commitment_of_truth_validity_and_integrity() {
    assertThat(chinese("sdca")).contains("所填信息真实").contains("证照在有效期内").contains("诚信规定");
    assertThat(english("sdca")).contains("documents valid").contains("integrity rules");
  }

  @Test
  @Tag("SZ-05")
  @Tag("SZ-06")
  void hunan_has_four_texts_to_accept() {
    assertThat(TestPacks.of("szca-hunan").settings().agreements())
        .extracting(agreement -> agreement.title().zh())
        .containsExactly("电子认证服务协议", "个人信息保护政策", "个人信息授权书", "敏感个人信息授权书");
  }

  @Test
  @Tag("SZ-08")
  @Tag("SZ-09")
  @Tag("SZ-11")
  @Tag("SZ-43")
  @Tag("SZ-44")
  void hunan_names_the_duties_of_the_user() {
    assertThat(chinese("szca-hunan"))
        .contains("有效期届满前一个月内应办理续期")
        .contains("应立即告知本机构并申请挂失或注销")
        .contains("印章图样与备案一致")
        .contains("未提出异议的视为接受")
        .contains("资料虚假、出借证书或未及时更新信息造成的损失由申请人承担");
    assertThat(english("szca-hunan"))
        .contains("within one month before it expires")
        .contains("reported at once")
        .contains("without objection it counts as accepted")
        .contains("answers for false data, lending and outdated data");
  }

  private static String chinese(String hall) {
    return TestPacks.of(hall).settings().agreements().stream()
        .map(agreement -> agreement.text().zh())
        .collect(Collectors.joining("\n"));
  }

  private static String english(String hall) {
    return TestPacks.of(hall).settings().agreements().stream()
        .map(agreement -> agreement.text().en())
        .collect(Collectors.joining("\n"));
  }
}
