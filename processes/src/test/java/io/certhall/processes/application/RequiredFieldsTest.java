package io.certhall.processes.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms of the halls must hold before they are submitted. */
@ProcessesTest
class RequiredFieldsTest {

  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;

  RequiredFieldsTest(
      OrderDrafts drafts,
      OrderSubmission submission,
      TestAccounts accounts,
      TestOrganisations organisations) {
    this.drafts = drafts;
    this.submission = submission;
    this.accounts = accounts;
    this.organisations = organisations;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfca-suqian", "gxca-suqian", "sdca", "chinagas", "szca-hunan"})
  @Tag("GX-28")
  @Tag("SD-20")
  @Tag("SD-21")
  @Tag("SZ-18")
  @Tag("ZR-09")
  void the_operator_gives_name_number_phone_and_mail(String hall) {
    assertThat(missing(unit(hall, null, null)))
        .contains("agent.name", "agent.idNo", "agent.phone", "agent.email", "delivery.method");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfca-suqian", "gxca-suqian", "sdca", "chinagas", "szca-hunan"})
  @Tag("GX-28")
  @Tag("SD-23")
  @Tag("SZ-19")
  void a_courier_needs_recipient_and_address(String hall) {
    assertThat(
            missing(
                unit(hall, new DeliveryForm(DeliveryMethod.COURIER, null, null, null, null), null)))
        .contains("delivery.recipient", "delivery.phone", "delivery.region", "delivery.address");
  }

  @Test
  @Tag("SD-22")
  @Tag("AC-32")
  void who_collects_gives_no_address() {
    assertThat(
            missing(
                unit(
                    "sdca", new DeliveryForm(DeliveryMethod.PICKUP, null, null, null, null), null)))
        .noneMatch(field -> field.startsWith("delivery."));
  }

  @Test
  @Tag("CFCA-12")
  @Tag("CFCA-14")
  @Tag("GX-10")
  @Tag("SD-19")
  void a_unit_has_its_profile_before_it_applies() {
    assertThat(
            Refused.codes(
                () -> drafts.create(accounts.applicant(), unit("gxca-suqian", null, null))))
        .containsExactly("ORGANISATION_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfca-suqian", "gxca-suqian", "szca-hunan"})
  @Tag("CFCA-21")
  @Tag("SZ-21")
  void an_individual_gives_his_own_data_and_needs_neither_unit_nor_operator(String hall) {
    Actor applicant = accounts.applicant();
    OrderForm form = person(hall, new PersonForm(null, null, null, null, null), null);

    assertThat(missing(applicant, form))
        .contains("person.name", "person.idNo", "person.phone", "person.email")
        .noneMatch(field -> field.startsWith("agent."));
  }

  @Test
  @Tag("CFCA-21")
  void an_individual_may_show_a_passport() {
    assertThat(missing(accounts.applicant(), person("cfca-suqian", foreigner("E12345678"), null)))
        .noneMatch(field -> field.startsWith("person."));
    assertThat(missing(accounts.applicant(), person("cfca-suqian", foreigner("?"), null)))
        .contains("person.idNo");
  }

  @Test
  @Tag("GX-24")
  @Tag("GX-25")
  @Tag("GX-27")
  @Tag("SD-16")
  void what_a_hall_asks_of_its_own_is_preset_checked_and_required() {
    assertThat(missing(unit("gxca-suqian", null, null)))
        .contains("answers.UNIT_PHONE", "answers.COUNTY")
        .doesNotContain("answers.PROJECT_CITY", "answers.PLATFORM");
    assertThat(
            missing(
                unit("gxca-suqian", null, null)
                    .withAnswers(
                        Map.of(
                            "PROJECT_CITY", List.of("PARIS"),
                            "UNIT_PHONE", List.of("0527-84000000"),
                            "COUNTY", List.of("宿城区")))))
        .contains("answers.PROJECT_CITY")
        .doesNotContain("answers.UNIT_PHONE", "answers.COUNTY");
    assertThat(
            missing(
                unit("sdca", null, null).withAnswers(Map.of("PROJECT_REGION", List.of("NOWHERE")))))
        .contains("answers.PROJECT_REGION");
  }

  @Test
  @Tag("CFCA-15")
  void the_operator_may_show_another_document_where_the_hall_takes_it() {
    assertThat(missing(withOperator("cfca-suqian", IdentityDocument.PASSPORT, "E12345678")))
        .noneMatch(field -> field.startsWith("agent."));
    assertThat(missing(withOperator("cfca-suqian", IdentityDocument.TAIWAN_PERMIT, "1234567")))
        .contains("agent.idNo");
    assertThat(missing(withOperator("cfca-suqian", IdentityDocument.HK_MACAO_PERMIT, "H12345678")))
        .noneMatch(field -> field.startsWith("agent."));
    assertThat(missing(withOperator("sdca", IdentityDocument.PASSPORT, "E12345678")))
        .contains("agent.idType");
  }

  private static OrderForm withOperator(String hall, IdentityDocument document, String number) {
    return unit(hall, null, null)
        .withAgent(
            new OrderForm.AgentForm("李四", number, Fresh.phone(), "agent@example.com", document));
  }

  @Test
  @Tag("GX-32")
  @Tag("GX-33")
  @Tag("GX-34")
  void a_person_at_guoxin_and_whoever_represents_him_give_their_data() {
    OrderForm form =
        person("gxca-suqian", foreigner("E12345678"), null)
            .withAgent(new OrderForm.AgentForm("李四", "1", "2", "3"));

    assertThat(missing(accounts.applicant(), form))
        .contains("agent.idNo", "agent.phone", "agent.email", "delivery.method")
        .noneMatch(field -> field.startsWith("person.") || field.startsWith("answers."));
    assertThat(
            missing(
                accounts.applicant(),
                person("gxca-suqian", new PersonForm(null, null, null, null, null), null)))
        .contains("person.name", "person.idNo", "person.phone");
  }

  @Test
  @Tag("SZ-20")
  void a_tax_number_is_asked_of_units_and_not_of_individuals() {
    InvoiceForm titled =
        new InvoiceForm(InvoiceKind.NORMAL, "抬头", null, null, null, null, null, null);

    assertThat(missing(unit("szca-hunan", null, titled)))
        .contains("invoice.taxNo")
        .doesNotContain("invoice.title");
    assertThat(missing(accounts.applicant(), person("szca-hunan", foreigner("E12345678"), titled)))
        .noneMatch(field -> field.startsWith("invoice."));
    assertThat(missing(unit("szca-hunan", null, null))).contains("invoice.kind");
  }

  private static PersonForm foreigner(String number) {
    return new PersonForm(
        "Maria Garcia", IdentityDocument.PASSPORT, number, Fresh.phone(), "maria@example.com");
  }

  private static OrderForm unit(
      String hall, @Nullable DeliveryForm delivery, @Nullable InvoiceForm invoice) {
    return new OrderForm(
        hall,
        Service.NEW,
        Holder.ORGANISATION,
        List.of(TestOrders.item(CertificateType.ORG, "OFFICIAL")),
        null,
        delivery,
        invoice,
        List.of());
  }

  private static OrderForm person(String hall, PersonForm person, @Nullable InvoiceForm invoice) {
    return new OrderForm(
            hall,
            Service.NEW,
            Holder.PERSON,
            List.of(TestOrders.item(CertificateType.PERSON, "SIGNATURE")),
            null,
            null,
            invoice,
            List.of())
        .withPerson(person);
  }

  private List<String> missing(OrderForm form) {
    Actor applicant = accounts.applicant();
    organisations.of(applicant);
    return missing(applicant, form);
  }

  private List<String> missing(Actor applicant, OrderForm form) {
    String orderNo = drafts.create(applicant, form);
    return Refused.by(() -> submission.submit(applicant, orderNo)).problems().stream()
        .map(Problem::path)
        .toList();
  }
}
