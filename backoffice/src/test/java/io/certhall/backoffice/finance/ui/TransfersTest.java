package io.certhall.backoffice.finance.ui;

import static io.certhall.processes.support.TestOrders.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.payment.PaymentState;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.payment.RefundState;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.PaidOrders;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A transfer as the applicant shows it and finance looks for it. */
class TransfersTest extends Screen {

  private final PaidOrders paid;
  private final Payments payments;
  private final RefundDesk refunds;
  private final OrderWithdrawal withdrawal;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";

  TransfersTest(
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations,
      Payments payments,
      PaymentSettlement settlement,
      TransferVouchers vouchers,
      RefundDesk refunds,
      OrderWithdrawal withdrawal,
      PolicyPublication publication) {
    this.paid =
        new PaidOrders(
            orders, steps, accounts, organisations, payments, settlement, vouchers, publication);
    this.payments = payments;
    this.refunds = refunds;
    this.withdrawal = withdrawal;
    this.orders = orders;
    this.accounts = accounts;
  }

  @BeforeEach
  void an_order_to_pay() {
    applicant = paid.applicant();
    orderNo =
        paid.submitted(applicant, item(CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT"));
    paid.due(orderNo);
  }

  private Payment transfer() {
    return payments.of(applicant, orderNo).stream()
        .filter(payment -> payment.method() == PaymentMethod.TRANSFER)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private void choose(PaymentMethod method) {
    RadioButtonGroup<PaymentMethod> choice = findInView(RadioButtonGroup.class).single();
    choice.setValue(method);
  }

  private HumanTask inCheck() {
    Payment transfer = paid.opened(applicant, orderNo, PaymentMethod.TRANSFER);
    paid.handIn(applicant, transfer);
    return paid.check(orderNo);
  }

  @Test
  @Tag("SZ-31")
  @Tag("SZ-32")
  @Tag("AC-38")
  void the_applicant_reads_the_account_and_hands_in_his_voucher() {
    signIn(applicant);
    open("orders/" + orderNo + "/pay");
    assertThat(words()).contains("微信支付").contains("支付宝").contains("对公转账");

    choose(PaymentMethod.TRANSFER);
    assertThat(words())
        .contains("测试认证公司")
        .contains("6222000011112222")
        .contains(orderNo)
        .contains("¥650.00");
    click("提交凭证");
    assertThat(words()).contains("请上传汇款凭证");

    upload(findInView(Upload.class).single(), "回单.jpg", SampleFiles.jpeg());
    assertThat(words()).contains("回单.jpg");
    click("提交凭证");

    assertThat(words()).contains("等待财务核对").contains("回单.jpg");
    assertThat(transfer().state()).isEqualTo(PaymentState.CHECKING);
  }

  @Test
  void a_file_that_is_no_voucher_is_refused_in_words() {
    signIn(applicant);
    open("orders/" + orderNo + "/pay");
    choose(PaymentMethod.TRANSFER);

    upload(findInView(Upload.class).single(), "回单.jpg", "付了".getBytes(StandardCharsets.UTF_8));
    click("提交凭证");

    assertThat(words()).contains("jpg");
    assertThat(transfer().state()).isEqualTo(PaymentState.OPEN);
  }

  @Test
  void an_alipay_code_is_opened_when_it_is_chosen() {
    signIn(applicant);
    open("orders/" + orderNo + "/pay");

    choose(PaymentMethod.ALIPAY);

    assertThat(words()).contains("请用支付宝扫描二维码付款");
    assertThat(payments.of(applicant, orderNo))
        .extracting(Payment::method)
        .containsExactly(PaymentMethod.ALIPAY);
  }

  @Test
  @Tag("AC-38")
  void finance_confirms_what_it_found_on_the_statement() {
    HumanTask check = inCheck();
    signIn(accounts.staff(Role.FINANCE));
    open("work/finance");
    assertThat(words()).contains("转账核款");

    open("work/finance/" + check.id());
    assertThat(words()).contains("汇款凭证 1").contains("¥650.00").contains(orderNo);
    type("到账金额（元）", "六百五");
    click("确认到账");
    assertThat(words()).contains("请按银行流水填写金额");
    type("到账金额（元）", "600.00");
    click("确认到账");
    assertThat(words()).contains("到账金额不足650.00元");
    type("到账金额（元）", "650.00");
    click("确认到账");

    assertThat(told()).contains("已确认到账");
    assertThat(orders.order(orderNo).payStatus()).isEqualTo(PayStatus.PAID);
  }

  @Test
  void a_bank_statement_confirms_what_matches_and_lists_the_rest() {
    inCheck();
    String other = "U" + orderNo;
    signIn(accounts.staff(Role.FINANCE));
    open("work/statements");

    upload(findInView(Upload.class).single(), "流水.csv", "没有表头".getBytes(StandardCharsets.UTF_8));
    assertThat(words()).contains("文件中没有“交易流水号”列");
    String statement =
        """
        交易流水号,收入金额,对方户名,附言
        S%s,650.00,甘肃某公司,服务费%s
        %s,12.34,不明公司,货款
        """
            .formatted(orderNo, orderNo, other);
    upload(findInView(Upload.class).single(), "流水.csv", statement.getBytes(StandardCharsets.UTF_8));

    assertThat(orders.order(orderNo).payStatus()).isEqualTo(PayStatus.PAID);
    open("work/statements");
    assertThat(words()).contains(other, "不明公司", "¥12.34", "附言没有订单号").doesNotContain("S" + orderNo);
  }

  @Test
  void a_refused_voucher_tells_the_applicant_why() {
    HumanTask check = inCheck();
    signIn(accounts.staff(Role.FINANCE));
    open("work/finance/" + check.id());
    click("退回凭证");
    assertThat(orders.order(orderNo).payStatus()).isEqualTo(PayStatus.CHECKING);

    test(findInView(TextArea.class).single()).setValue("未查到该笔汇款");
    click("退回凭证");
    paid.due(orderNo);

    signIn(applicant);
    open("orders/" + orderNo + "/pay");
    assertThat(words()).contains("汇款凭证未通过核对").contains("未查到该笔汇款");
  }

  @Test
  void a_transfer_of_an_ended_order_is_found_and_given_back_by_another_hand() {
    inCheck();
    withdrawal.withdraw(applicant, orderNo);
    Actor finance = accounts.staff(Role.FINANCE);
    signIn(finance);
    open("work/finance");
    assertThat(words()).contains("已结束订单的转账").contains(orderNo);

    open("work/finance-late/" + transfer().paymentNo());
    type("到账金额（元）", "650.00");
    click("确认到账");

    open("work/refunds");
    assertThat(words()).contains("退款");
    assertThat(refunds.of(finance, orderNo))
        .singleElement()
        .satisfies(refund -> assertThat(refund.state()).isEqualTo(RefundState.MANUAL));
  }

  @Test
  void finance_pages_are_not_for_others() {
    signIn(applicant);

    open("work/refunds");
    assertThat(words()).doesNotContain("登记已转账");
  }
}
