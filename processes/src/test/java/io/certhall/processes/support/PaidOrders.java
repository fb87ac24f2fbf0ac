package io.certhall.processes.support;

import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.TaskQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Orders of a hall that takes transfers, at their payment. */
public class PaidOrders {

  private static final String BANK_ACCOUNT =
      "\nbankAccount: {name: 测试认证公司, bank: 测试银行兰州分行, account: \"6222000011112222\"}\n";

  private static final String PAY_MESSAGE =
      "<zeebe:input source='=\"MSG-22\"' target=\"payMessage\" />";
  private static final String CHECK_PROMISE =
      "<zeebe:input source='=\"P1D\"' target=\"checkPromise\" />";

  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final Payments payments;
  private final PaymentSettlement settlement;
  private final TransferVouchers vouchers;
  private final String hall;

  public PaidOrders(
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations,
      Payments payments,
      PaymentSettlement settlement,
      TransferVouchers vouchers,
      PolicyPublication publication) {
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.organisations = organisations;
    this.payments = payments;
    this.settlement = settlement;
    this.vouchers = vouchers;
    this.hall = FreshHall.published(publication, PaidOrders::withTransfers);
  }

  /** Transfers too, and the block of the process that lets finance look for them. */
  public static String withTransfers(String file) {
    return file.startsWith("<?xml")
        ? file.replace("processId=\"payment\"", "processId=\"transfer-payment\"")
            .replace(PAY_MESSAGE, PAY_MESSAGE + CHECK_PROMISE)
        : file.replaceAll("(?m)^paymentMethods:.*$", "paymentMethods: [WECHAT, ALIPAY, TRANSFER]")
            + BANK_ACCOUNT;
  }

  public Actor applicant() {
    Actor applicant = accounts.applicant();
    organisations.approved(applicant, hall);
    return applicant;
  }

  /** 650 yuan. */
  public OrderForm form(OrderForm.ItemForm... items) {
    OrderForm form = TestOrders.form(null, items);
    return new OrderForm(
        hall,
        form.service(),
        form.holder(),
        form.items(),
        form.agent(),
        form.delivery(),
        form.invoice(),
        form.agreements());
  }

  public String submitted(Actor applicant, OrderForm.ItemForm... items) {
    String orderNo = orders.draft(applicant, form(items));
    orders.submit(applicant, orderNo);
    return orderNo;
  }

  public HumanTask due(String orderNo) {
    return steps.arrive(orderNo, "payment.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);
  }

  public HumanTask check(String orderNo) {
    return steps.arrive(orderNo, "payment.check", OrderState.PAYMENT_CHECKING, TaskQueue.FINANCE);
  }

  public Payment opened(Actor applicant, String orderNo, PaymentMethod method) {
    return payments.open(applicant, orderNo, method);
  }

  public PaymentSettlement.Outcome pay(Payment payment) {
    return settlement.settle(
        payment,
        new ProviderPayment(
            payment.paymentNo(),
            ProviderPaymentState.PAID,
            "T" + payment.paymentNo(),
            payment.amountFen(),
            Instant.now()));
  }

  public void handIn(Actor applicant, Payment payment, TransferVouchers.Upload... files) {
    try {
      vouchers.submit(
          applicant, payment.paymentNo(), files.length == 0 ? List.of(picture()) : List.of(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TransferVouchers.Upload picture() {
    return upload("回单.jpg", SampleFiles.jpeg());
  }

  public static TransferVouchers.Upload upload(String name, byte[] content) {
    return new TransferVouchers.Upload(name, new ByteArrayInputStream(content));
  }
}
