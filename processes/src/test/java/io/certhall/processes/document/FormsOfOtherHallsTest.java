package io.certhall.processes.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProcessesTest
class FormsOfOtherHallsTest {

  private final Documents documents;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;

  FormsOfOtherHallsTest(
      Documents documents,
      TestOrders orders,
      TestAccounts accounts,
      TestOrganisations organisations) {
    this.documents = documents;
    this.orders = orders;
    this.accounts = accounts;
    this.organisations = organisations;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfca-suqian", "gxca-suqian", "szca-hunan"})
  @Tag("CFCA-18")
  @Tag("CFCA-31")
  @Tag("GX-29")
  @Tag("SZ-23")
  void a_units_form_shows_its_data_and_has_room_for_seals_signatures_and_date(String hall) {
    Actor applicant = accounts.applicant();
    var unit = organisations.of(applicant);
    OrderForm form = form(hall, Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL");

    String text = printed(applicant, form);

    assertThat(text)
        .contains(unit.name(), unit.creditCode(), "业务类型", "公章", "李四", "人民币")
        .contains("授权上述经办人", "申请单位（盖公章）", "法定代表人（签字或盖章）", "经办人（签字）", "年", "月", "日");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfca-suqian", "szca-hunan"})
  @Tag("CFCA-31")
  @Tag("SZ-22")
  void an_individuals_form_names_the_person_and_no_unit(String hall) {
    Actor applicant = accounts.applicant();
    OrderForm form =
        form(hall, Holder.PERSON, CertificateType.PERSON, "SIGNATURE")
            .withPerson(
                new PersonForm(
                    "赵六",
                    IdentityDocument.RESIDENT_ID,
                    Fresh.idNo(),
                    Fresh.phone(),
                    "zhao@example.com"));

    assertThat(printed(applicant, form))
        .contains("赵六", "申请人（签字或盖章）", "申请人本人")
        .doesNotContain("统一社会信用代码", "单位", "公章");
  }

  @Test
  @Tag("GX-25")
  @Tag("GX-26")
  @Tag("GX-27")
  @Tag("GX-31")
  @Tag("CFCA-09")
  void a_units_form_of_guoxin_ticks_the_business_and_leaves_room_for_the_office() {
    Actor applicant = accounts.applicant();
    var unit = organisations.of(applicant);

    String text =
        printed(
            applicant,
            form("gxca-suqian", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL")
                .withAnswers(
                    Map.of(
                        "PROJECT_CITY", List.of("NANJING"),
                        "UNIT_PHONE", List.of("0527-84001234"),
                        "COUNTY", List.of("泗阳县"))));

    assertThat(text)
        .contains("■新办（数量1，年限1年）", "□补办", "□延期/年审", "□免费换发", "□变更", "□密码重置")
        .contains("招投标项目所在地市", "南京市", "应用平台", "宿迁市公共资源交易平台")
        .contains(unit.name(), unit.creditCode(), "所在地区", "泗阳县", "0527-84001234")
        .contains("受理机构填写", "经办（签字）", "复核（签字）", "受理日期");
  }

  @Test
  @Tag("GX-32")
  @Tag("GX-33")
  @Tag("GX-35")
  void a_persons_form_of_guoxin_names_his_unit_and_is_signed_by_him_and_his_agent() {
    Actor applicant = accounts.applicant();

    String text =
        printed(
            applicant,
            form("gxca-suqian", Holder.PERSON, CertificateType.PERSON, "SIGNATURE")
                .withPerson(
                    new PersonForm(
                        "赵六",
                        IdentityDocument.PASSPORT,
                        "E12345678",
                        Fresh.phone(),
                        "z@example.com"))
                .withAnswers(Map.of("BELONGS_TO", List.of("示例评标专家库"))));

    assertThat(text)
        .contains("■新办（数量1，年限1年）", "□补办", "□延期/年审", "赵六", "护照号码", "E12345678")
        .contains("所属单位", "示例评标专家库", "申请人（签字或盖章）", "经办人（签字）", "年", "月", "日");
  }

  @Test
  @Tag("SZ-10")
  void who_objects_to_publication_says_so_on_the_form() {
    Actor applicant = accounts.applicant();
    organisations.of(applicant);
    OrderForm form = form("szca-hunan", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL");

    assertThat(printed(applicant, form)).contains("证书公布", "同意公布").doesNotContain("不同意公布");
    assertThat(printed(applicant, form.withAnswers(Map.of("PUBLICATION", List.of("OBJECTED")))))
        .contains("证书公布", "不同意公布");
  }

  @Test
  @Tag("CFCA-15")
  void the_form_names_the_document_the_operator_shows() {
    Actor applicant = accounts.applicant();
    organisations.of(applicant);

    String text =
        printed(
            applicant,
            form("cfca-suqian", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL")
                .withAgent(
                    new OrderForm.AgentForm(
                        "Maria",
                        "E7654321",
                        Fresh.phone(),
                        "m@example.com",
                        IdentityDocument.PASSPORT)));

    assertThat(text).contains("护照号码", "E7654321");
  }

  @Test
  @Tag("SD-37")
  void the_reset_form_of_shandong_has_all_its_fields_and_a_sample() {
    Actor applicant = accounts.applicant();
    var unit = organisations.of(applicant);
    String orderNo =
        orders.draft(applicant, form("sdca", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL"));

    String text =
        PrintedPages.of("reset-form", documents.render(applicant, orderNo, "reset-form")).text();

    assertThat(text)
        .contains(unit.name(), unit.creditCode(), unit.registeredAddress(), unit.legalRepName())
        .contains("密码重置申请表", "单位电话", "李四", "手机号码", "身份证号", "盖公章", "签字", "日期");
    assertThat(PrintedPages.of("reset-sample", documents.sample("sdca", "reset-form")).text())
        .contains("密码重置申请表", "单位名称", "统一社会信用代码");
  }

  private String printed(Actor applicant, OrderForm form) {
    String orderNo = orders.draft(applicant, form);
    return PrintedPages.of(
            "form-" + form.hall() + "-" + form.holder(),
            documents.render(applicant, orderNo, "application-form"))
        .text();
  }

  private static OrderForm form(String hall, Holder holder, CertificateType type, String seal) {
    return new OrderForm(
        hall,
        Service.NEW,
        holder,
        List.of(TestOrders.item(type, seal)),
        holder == Holder.PERSON
            ? null
            : new OrderForm.AgentForm("李四", Fresh.idNo(), Fresh.phone(), "agent@example.com"),
        null,
        null,
        List.of());
  }
}
