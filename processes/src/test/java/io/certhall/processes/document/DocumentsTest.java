package io.certhall.processes.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProcessesTest
class DocumentsTest {

  private static final int SMALL = 150_000;

  private final Documents documents;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;

  DocumentsTest(
      Documents documents,
      TestOrders orders,
      TestAccounts accounts,
      TestOrganisations organisations) {
    this.documents = documents;
    this.orders = orders;
    this.accounts = accounts;
    this.organisations = organisations;
  }

  @Test
  @Tag("GS-55")
  void the_application_form_of_a_draft_carries_the_orders_data() {
    Actor applicant = orders.applicant();
    long person = organisations.person(applicant, "王小明");
    OrderForm form =
        TestOrders.form(
            "甘肃测试建设有限公司",
            TestOrders.item(CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT"),
            new OrderForm.ItemForm(
                CertificateType.ORG_PERSON, person, 2, 1, List.of("SIGNATURE"), false, null));
    String orderNo = orders.draft(applicant, form);

    byte[] pdf = documents.render(applicant, orderNo, "application-form");
    PrintedPages printed = PrintedPages.of("application-form", pdf);

    assertThat(printed.text())
        .contains("数字证书申请表", orderNo, "机构证书", "公章、财务专用章、合同专用章", "王小明", "签字")
        .contains(form.agent().idNo(), form.agent().phone(), "甘肃测试建设有限公司", "人民币");
    assertThat(printed.pages()).isLessThanOrEqualTo(2);
    assertThat(printed.allFontsEmbedded()).isTrue();
    assertThat(pdf).hasSizeLessThan(SMALL);
  }

  @Test
  void the_form_of_a_submitted_order_shows_the_frozen_total() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);

    PrintedPages printed =
        PrintedPages.of(
            "application-form-submitted", documents.render(applicant, orderNo, "application-form"));

    assertThat(printed.text()).contains("650.00", "陆佰伍拾元整").doesNotContain("{{");
    assertThat(printed.pages()).isEqualTo(1);
  }

  @Test
  void staff_see_the_operators_numbers_masked() {
    Actor applicant = orders.applicant();
    OrderForm form = TestOrders.form(null, TestOrders.item(CertificateType.ORG, "OFFICIAL"));
    String orderNo = orders.draft(applicant, form);
    orders.submit(applicant, orderNo);

    String text =
        PrintedPages.of(
                "application-form-staff",
                documents.render(accounts.staff(Role.REVIEWER), orderNo, "application-form"))
            .text();

    assertThat(text).doesNotContain(form.agent().idNo(), form.agent().phone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"power-of-attorney", "service-agreement"})
  void other_papers_can_be_filled_too(String template) {
    Actor applicant = orders.applicant();
    String orderNo = orders.draft(applicant);

    PrintedPages printed =
        PrintedPages.of(template, documents.render(applicant, orderNo, template));

    assertThat(printed.text()).contains(orderNo, "甘肃测试建设有限公司");
    assertThat(printed.pages()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"power-of-attorney", "service-agreement", "seal-image"})
  @Tag("GS-56")
  @Tag("GS-57")
  void every_sample_of_the_hall_is_one_small_page(String sample) {
    byte[] pdf = documents.sample(TestOrders.HALL, sample);
    PrintedPages printed = PrintedPages.of("sample-" + sample, pdf);

    assertThat(printed.pages()).isEqualTo(1);
    assertThat(printed.allFontsEmbedded()).isTrue();
    assertThat(printed.text()).contains("甘肃中工国际");
    assertThat(pdf).hasSizeLessThan(SMALL);
  }

  @Test
  void every_template_and_sample_of_the_policy_exists() {
    assertThat(Refused.codes(() -> documents.sample(TestOrders.HALL, "nothing")))
        .containsExactly("DOCUMENT_UNKNOWN");
    assertThat(Refused.codes(() -> documents.sample("nowhere", "seal-image")))
        .containsExactly("HALL_UNKNOWN");
  }

  @Test
  @Tag("ZR-31")
  void a_completed_order_has_a_receipt_and_no_other_has() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    assertThat(Refused.codes(() -> documents.receipt(applicant, orderNo)))
        .containsExactly("ORDER_NOT_COMPLETED");
    Instant now = Instant.now();
    orders.change(orderNo, OrderChange.of().state(OrderState.COMPLETED, now).completed(now));

    PrintedPages printed = PrintedPages.of("receipt", documents.receipt(applicant, orderNo));

    assertThat(printed.text()).contains("业务办理回执", orderNo, "实付金额");
    assertThat(Refused.codes(() -> documents.receipt(orders.applicant(), orderNo)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void an_unknown_template_and_someone_elses_order_are_refused() {
    Actor applicant = orders.applicant();
    String orderNo = orders.draft(applicant);

    assertThat(Refused.codes(() -> documents.render(applicant, orderNo, "../secrets")))
        .containsExactly("DOCUMENT_UNKNOWN");
    assertThat(
            Refused.codes(() -> documents.render(orders.applicant(), orderNo, "application-form")))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void many_papers_at_once_share_the_font_safely() throws Exception {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    String alone = text(applicant, orderNo);

    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> asked =
          IntStream.range(0, 12)
              .<Callable<String>>mapToObj(i -> () -> text(applicant, orderNo))
              .toList();
      for (Future<String> answer : pool.invokeAll(asked)) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  private String text(Actor applicant, String orderNo) {
    return PrintedPages.of(
            "at-once-" + Thread.currentThread().threadId(),
            documents.render(applicant, orderNo, "application-form"))
        .text();
  }
}
