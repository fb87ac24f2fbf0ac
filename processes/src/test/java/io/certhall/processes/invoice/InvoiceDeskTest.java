package io.certhall.processes.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.notification.Inbox;
import io.certhall.processes.notification.MailQueue;
import io.certhall.processes.notification.PendingMail;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class InvoiceDeskTest {

  private final InvoiceRequests requests;
  private final InvoiceDesk desk;
  private final Invoices invoices;
  private final InvoiceMails mails;
  private final MailQueue queue;
  private final Inbox inbox;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final Actor owner;
  private final Actor finance;
  private final String orderNo;

  InvoiceDeskTest(
      InvoiceRequests requests,
      InvoiceDesk desk,
      Invoices invoices,
      InvoiceMails mails,
      MailQueue queue,
      Inbox inbox,
      TestOrders orders,
      TestAccounts accounts) {
    this.requests = requests;
    this.desk = desk;
    this.invoices = invoices;
    this.mails = mails;
    this.queue = queue;
    this.inbox = inbox;
    this.orders = orders;
    this.accounts = accounts;
    this.owner = orders.applicant();
    this.finance = accounts.staff(Role.FINANCE);
    this.orderNo = orders.submitted(owner);
  }

  @Test
  @Tag("AC-30")
  @Tag("GX-73")
  void an_invoice_is_refused_before_approval_and_wanted_after_it() {
    assertThat(Refused.codes(() -> requests.request(owner, orderNo, form("a@b.cn"), email())))
        .containsExactly("INVOICE_BEFORE_APPROVAL");
    orders.change(orderNo, OrderChange.of().reviewStatus(ReviewStatus.APPROVED));
    assertThat(Refused.codes(() -> requests.request(owner, orderNo, form("a@b.cn"), email())))
        .containsExactly("ORDER_NOT_PAID");
    pay();
    assertThat(
            Refused.codes(
                () ->
                    requests.request(
                        owner,
                        orderNo,
                        new InvoiceForm(null, " ", "1", "x", null, null, null, null),
                        email())))
        .containsExactly("FIELD_REQUIRED", "FIELD_REQUIRED", "TAX_NO_INVALID", "EMAIL_INVALID");
    assertThat(Refused.codes(() -> requests.request(owner, orderNo, form(null), email())))
        .containsExactly("FIELD_REQUIRED");

    requests.request(owner, orderNo, form("a@b.cn"), email());

    InvoiceRequest request = requests.of(owner, orderNo).orElseThrow();
    assertThat(request.state()).isEqualTo(InvoiceRequest.State.PENDING);
    assertThat(Duration.between(request.requestedAt(), request.dueAt()).toDays())
        .isBetween(5L, 15L);
    assertThat(orders.order(orderNo).invoiceStatus()).isEqualTo(InvoiceStatus.REQUESTED);
    assertThat(requests.own(owner)).hasSize(1);
    assertThat(Refused.codes(() -> requests.request(owner, orderNo, form("a@b.cn"), email())))
        .containsExactly("INVOICE_ALREADY");
    assertThat(
            Refused.codes(
                () -> requests.request(orders.applicant(), orderNo, form("a@b.cn"), email())))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  @Tag("AC-30")
  @Tag("GX-74")
  @Tag("GX-75")
  void finance_issues_the_mail_leaves_and_the_record_shows_all_states() {
    wanted(email(), "a@b.cn");
    assertThat(desk.list(finance, InvoiceRequest.State.PENDING, 500))
        .extracting(InvoiceRequest::orderNo)
        .contains(orderNo);

    Invoice invoice = desk.issue(finance, orderNo);

    PendingMail mail =
        queue.take(1000, Duration.ofMinutes(1)).stream()
            .filter(waiting -> invoice.invoiceNo().equals(waiting.invoiceNo()))
            .findFirst()
            .orElseThrow();
    assertThat(mail.recipient()).isEqualTo("a@b.cn");
    assertThat(mail.subject()).contains("甘肃中工国际", orderNo);
    assertThat(mail.text()).contains(invoice.invoiceNo());
    assertThat(mails.file(invoice.invoiceNo()).orElseThrow().content()).isNotEmpty();
    queue.sent(mail.id());
    mails.sent(invoice.invoiceNo());
    mails.sent(invoice.invoiceNo());
    assertThat(requests.events(owner, orderNo))
        .extracting(InvoiceRequest.Event::state)
        .containsExactly(
            InvoiceRequest.State.PENDING, InvoiceRequest.State.ISSUED, InvoiceRequest.State.SENT);
    assertThat(orders.order(orderNo).invoiceStatus()).isEqualTo(InvoiceStatus.SENT);
    assertThat(Refused.codes(() -> desk.issue(finance, orderNo)))
        .containsExactly("INVOICE_OTHER_STATE");
  }

  @Test
  void a_rejected_wish_tells_why_and_may_come_again() {
    wanted(email(), "a@b.cn");
    assertThat(Refused.codes(() -> desk.reject(finance, orderNo, " ")))
        .containsExactly("FIELD_REQUIRED");

    desk.reject(finance, orderNo, "抬头与付款单位不一致");

    assertThat(requests.of(owner, orderNo).orElseThrow().reason()).isEqualTo("抬头与付款单位不一致");
    assertThat(inbox.page(owner, true, 0, 10))
        .anySatisfy(message -> assertThat(message.zh()).contains("抬头与付款单位不一致"));
    requests.request(owner, orderNo, form("b@b.cn"), email());
    assertThat(requests.of(owner, orderNo).orElseThrow().state())
        .isEqualTo(InvoiceRequest.State.PENDING);
  }

  @Test
  @Tag("GX-71")
  void a_paper_invoice_leaves_with_a_courier() {
    wanted(InvoiceRequest.Sending.PAPER, null);
    desk.issue(finance, orderNo);
    assertThat(Refused.codes(() -> desk.sent(finance, orderNo, "", "1")))
        .containsExactly("FIELD_REQUIRED", "TRACKING_NO_INVALID");

    desk.sent(finance, orderNo, "顺丰速运", "SF1234567890");

    InvoiceRequest sent = requests.of(owner, orderNo).orElseThrow();
    assertThat(sent.state()).isEqualTo(InvoiceRequest.State.SENT);
    assertThat(sent.trackingNo()).isEqualTo("SF1234567890");
  }

  @Test
  void an_invoice_taken_back_leaves_a_red_letter_and_room_for_a_new_one() {
    wanted(InvoiceRequest.Sending.PAPER, null);
    Invoice first = desk.issue(finance, orderNo);

    desk.reverse(finance, orderNo, "抬头有误");

    assertThat(invoices.of(owner, orderNo)).isEmpty();
    assertThat(orders.order(orderNo).invoiceStatus()).isEqualTo(InvoiceStatus.REVERSED);
    requests.request(owner, orderNo, form("a@b.cn"), email());
    Invoice second = desk.issue(finance, orderNo);
    assertThat(second.invoiceNo()).isNotEqualTo(first.invoiceNo());
    assertThat(invoices.of(owner, orderNo)).contains(second);
  }

  @Test
  void others_do_not_work_at_the_desk_and_nobody_on_his_own() {
    wanted(email(), "a@b.cn");

    for (Role role : List.of(Role.REVIEWER, Role.AUDITOR)) {
      assertThat(Refused.by(() -> desk.issue(accounts.staff(role), orderNo)).kind())
          .isEqualTo(RefusalKind.FORBIDDEN);
    }
    assertThat(Refused.by(() -> desk.list(owner, null, 10)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    Actor both = new Actor(owner.accountId(), "both", java.util.Set.of(Role.FINANCE));
    assertThat(Refused.codes(() -> desk.issue(both, orderNo))).containsExactly("OWN_ORDER");
    assertThat(Refused.codes(() -> desk.issue(finance, "20200101000000000")))
        .containsExactly("INVOICE_UNKNOWN");
  }

  private void wanted(InvoiceRequest.Sending sending, @Nullable String address) {
    orders.change(orderNo, OrderChange.of().reviewStatus(ReviewStatus.APPROVED));
    pay();
    requests.request(owner, orderNo, form(address), sending);
  }

  private void pay() {
    orders.change(orderNo, OrderChange.of().paid(orders.order(orderNo).totalFen()));
    orders.move(orderNo, OrderState.COMPLETED);
  }

  private static InvoiceRequest.Sending email() {
    return InvoiceRequest.Sending.EMAIL;
  }

  private static InvoiceForm form(@Nullable String email) {
    return new InvoiceForm(
        InvoiceKind.NORMAL, "测试单位甲", "91620100M00001057R", email, null, null, null, null);
  }
}
