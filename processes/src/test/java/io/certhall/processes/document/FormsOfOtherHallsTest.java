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
import org.junit.jupiter.api.Tag;
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

    assertThat(printed(applicant, form)).contains("赵六").doesNotContain("统一社会信用代码");
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
