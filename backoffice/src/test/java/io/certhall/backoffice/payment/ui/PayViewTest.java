package io.certhall.backoffice.payment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.support.Screen;
import io.certhall.backoffice.support.TestMerchant;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PayViewTest extends Screen {

  private final TestOrders orders;
  private final TestSteps steps;
  private final Payments payments;
  private final TestMerchant merchant;

  PayViewTest(TestOrders orders, TestSteps steps, Payments payments, TestMerchant merchant) {
    this.orders = orders;
    this.steps = steps;
    this.payments = payments;
    this.merchant = merchant;
  }

  @Test
  @Tag("SD-41")
  @Tag("GX-48")
  void the_code_leads_to_exactly_this_payment() throws Exception {
    Actor applicant = orders.applicant();
    String orderNo = payable(applicant);
    signIn(applicant);

    open("orders/" + orderNo + "/pay");
    assertThat(words()).contains("请选择付款方式");
    assertThat(payments.of(applicant, orderNo)).isEmpty();
    choose(PaymentMethod.WECHAT);

    Payment payment = payments.of(applicant, orderNo).getFirst();
    assertThat(words()).contains("¥650.00").contains("微信支付").contains(payment.paymentNo());
    assertThat(scanned()).isEqualTo(payment.codeUrl());
  }

  @Test
  void opening_the_page_again_does_not_open_a_second_payment() {
    Actor applicant = orders.applicant();
    String orderNo = payable(applicant);
    signIn(applicant);
    open("orders/" + orderNo + "/pay");
    choose(PaymentMethod.WECHAT);

    open("orders");
    open("orders/" + orderNo + "/pay");

    List<Payment> opened = payments.of(applicant, orderNo);
    assertThat(opened).hasSize(1);
  }

  @Test
  @Tag("GS-73")
  void i_have_paid_turns_the_page_once_the_money_is_there() {
    Actor applicant = orders.applicant();
    String orderNo = payable(applicant);
    signIn(applicant);
    open("orders/" + orderNo + "/pay");
    choose(PaymentMethod.WECHAT);

    click("我已付款，刷新");
    assertThat(told()).contains("还没有收到付款");

    merchant.pay(payments.of(applicant, orderNo).getFirst().paymentNo());
    click("我已付款，刷新");
    assertThat(words()).contains("付款成功").contains("已收到 ¥650.00");
  }

  @Test
  void an_order_that_is_not_due_asks_for_no_money() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);

    open("orders/" + orderNo + "/pay");
    assertThat(words()).contains("现在没有需要缴纳的费用").contains("待审核");

    click("查看申请进度");
    assertThat(getCurrentView()).isInstanceOf(OrderView.class);
  }

  @Test
  void nobody_pays_for_someone_else() {
    String orderNo = payable(orders.applicant());
    signIn(orders.applicant());

    open("orders/" + orderNo + "/pay");

    assertThat(words()).contains("没有这个订单");
  }

  @SuppressWarnings("unchecked")
  private void choose(PaymentMethod method) {
    RadioButtonGroup<PaymentMethod> choice = findInView(RadioButtonGroup.class).single();
    choice.setValue(method);
  }

  private String payable(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    steps.arrive(orderNo, "payment.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);
    orders.change(orderNo, OrderChange.of().reviewStatus(ReviewStatus.APPROVED));
    return orderNo;
  }

  /** What a phone reads. */
  private String scanned() throws Exception {
    String source = findInView(Image.class).single().getSrc();
    byte[] png = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
    var picture =
        new BinaryBitmap(
            new HybridBinarizer(
                new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)))));
    return new QRCodeReader().decode(picture).getText();
  }
}
