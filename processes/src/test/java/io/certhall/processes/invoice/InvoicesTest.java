package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE;
import static io.certhall.db.generated.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.document.PrintedPages;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class InvoicesTest {

  private final Invoices invoices;
  private final InvoiceQuery query;
  private final TimelineQuery timeline;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final DSLContext dsl;

  InvoicesTest(
      Invoices invoices,
      InvoiceQuery query,
      TimelineQuery timeline,
      TestOrders orders,
      TestAccounts accounts,
      DSLContext dsl) {
    this.invoices = invoices;
    this.query = query;
    this.timeline = timeline;
    this.orders = orders;
    this.accounts = accounts;
    this.dsl = dsl;
  }

  @Test
  @Tag("GS-85")
  void a_paid_order_gets_its_invoice() {
    Actor applicant = orders.applicant();
    String orderNo = paid(applicant);

    Invoice invoice = invoices.issue(orderNo, "invoicing.issue-invoice");

    assertThat(invoice.invoiceNo()).matches("\\d{20}");
    assertThat(invoice.amountFen()).isEqualTo(65000);
    assertThat(invoice.taxFen()).isEqualTo(3679);
    assertThat(invoices.of(applicant, orderNo)).contains(invoice);
    assertThat(orders.order(orderNo).invoiceStatus()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(timeline.of(orderNo))
        .filteredOn(entry -> entry.kind() == OrderEventKind.INVOICED)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.elementId()).isEqualTo("invoicing.issue-invoice");
              assertThat(entry.note()).isEqualTo(invoice.invoiceNo());
            });
    assertThat(
            dsl.fetchCount(
                NOTIFICATION,
                NOTIFICATION.ORDER_NO.eq(orderNo).and(NOTIFICATION.MESSAGE_ID.eq("MSG-10"))))
        .isEqualTo(1);
  }

  @Test
  void the_page_shows_parties_amounts_tax_and_the_amount_in_words() {
    Actor applicant = orders.applicant();
    String orderNo = paid(applicant);
    Invoice invoice = invoices.issue(orderNo, null);

    InvoiceFile file = invoices.pdf(applicant, orderNo);
    PrintedPages printed = PrintedPages.of("invoice", file.content());

    assertThat(file.fileName()).isEqualTo("发票-" + invoice.invoiceNo() + ".pdf");
    assertThat(printed.pages()).isEqualTo(1);
    assertThat(printed.allFontsEmbedded()).isTrue();
    assertThat(printed.text())
        .contains("电子发票（普通发票）", invoice.invoiceNo(), "甘肃测试建设有限公司", "甘肃中工国际招投标有限公司")
        .contains("*信息系统服务*数字证书服务费", "6%", "613.21", "36.79", "¥650.00", "陆佰伍拾元整", orderNo);
    assertThat(file.content()).hasSizeLessThan(100_000);
  }

  @Test
  void a_special_invoice_also_shows_address_and_bank() {
    Actor applicant = orders.applicant();
    OrderForm form =
        TestOrders.form("甘肃测试建设有限公司", TestOrders.item(CertificateType.ORG, "OFFICIAL"));
    OrderForm special =
        new OrderForm(
            form.hall(),
            form.service(),
            form.holder(),
            form.items(),
            form.agent(),
            form.delivery(),
            new OrderForm.InvoiceForm(
                InvoiceKind.SPECIAL,
                "甘肃测试建设有限公司",
                "91620100M00001057R",
                null,
                "兰州市城关区1号",
                "0931-8000000",
                "中国建设银行兰州分行",
                "62001234567890"),
            form.agreements());
    String orderNo = orders.draft(applicant, special);
    orders.submit(applicant, orderNo);
    orders.change(orderNo, OrderChange.of().paid(orders.order(orderNo).totalFen()));

    invoices.issue(orderNo, null);

    assertThat(
            PrintedPages.of("invoice-special", invoices.pdf(applicant, orderNo).content()).text())
        .contains("增值税专用发票", "中国建设银行兰州分行", "62001234567890", "0931-8000000");
  }

  @Test
  void an_order_has_one_invoice_however_often_it_is_asked_for() throws Exception {
    Actor applicant = orders.applicant();
    String orderNo = paid(applicant);

    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      Callable<Invoice> ask = () -> invoices.issue(orderNo, null);
      List<Future<Invoice>> answers = pool.invokeAll(List.of(ask, ask, ask));
      assertThat(answers).extracting(Future::get).containsOnly(invoices.issue(orderNo, null));
    }

    assertThat(dsl.fetchCount(INVOICE, INVOICE.ORDER_NO.eq(orderNo))).isEqualTo(1);
  }

  @Test
  void an_order_without_wish_or_payment_gets_no_invoice() {
    Actor applicant = orders.applicant();
    String unpaid = orders.submitted(applicant);
    String unwanted =
        orders.draft(
            applicant, TestOrders.form(null, TestOrders.item(CertificateType.ORG_BUSINESS)));

    assertThat(Refused.codes(() -> invoices.issue(unpaid, null))).containsExactly("ORDER_NOT_PAID");
    assertThat(Refused.codes(() -> invoices.issue(unwanted, null)))
        .containsExactly("INVOICE_NOT_REQUESTED");
    assertThat(Refused.codes(() -> invoices.issue("20260101000000000", null)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void an_invoice_is_seen_by_its_owner_and_by_staff_only() {
    Actor applicant = orders.applicant();
    String orderNo = paid(applicant);
    assertThat(Refused.codes(() -> invoices.pdf(applicant, orderNo)))
        .containsExactly("INVOICE_UNKNOWN");
    invoices.issue(orderNo, null);

    assertThat(invoices.of(accounts.staff(Role.FINANCE), orderNo)).isPresent();
    assertThat(Refused.codes(() -> invoices.of(orders.applicant(), orderNo)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.codes(() -> invoices.pdf(orders.applicant(), orderNo)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void finance_pages_through_all_invoices_newest_first() {
    Actor applicant = orders.applicant();
    Actor finance = accounts.staff(Role.FINANCE);
    Invoice older = invoices.issue(paid(applicant), null);
    Invoice newer = invoices.issue(paidForAnother(), null);

    List<Invoice> first = query.page(finance, InvoiceQuery.Filter.ALL, null, 1);
    List<Invoice> second =
        query.page(finance, InvoiceQuery.Filter.ALL, first.getFirst().invoiceNo(), 1);

    assertThat(first).containsExactly(newer);
    assertThat(second).containsExactly(older);
    InvoiceQuery.Filter byOrder =
        new InvoiceQuery.Filter(
            TestOrders.HALL, older.orderNo(), LocalDate.of(2020, 1, 1), LocalDate.of(2099, 1, 1));
    assertThat(query.page(finance, byOrder, null, 10)).containsExactly(older);
    assertThat(query.totals(finance, byOrder)).isEqualTo(new InvoiceQuery.Totals(1, 65000, 3679));
    assertThat(query.totals(finance, new InvoiceQuery.Filter(null, "没有这个抬头", null, null)))
        .isEqualTo(new InvoiceQuery.Totals(0, 0, 0));
  }

  @Test
  void others_do_not_see_the_list() {
    assertThat(
            Refused.by(
                    () ->
                        query.page(
                            accounts.staff(Role.REVIEWER), InvoiceQuery.Filter.ALL, null, 10))
                .kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
  }

  private String paidForAnother() {
    return paid(orders.applicant());
  }

  private String paid(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    orders.change(orderNo, OrderChange.of().paid(orders.order(orderNo).totalFen()));
    orders.move(orderNo, OrderState.ISSUE_PENDING);
    return orderNo;
  }
}
