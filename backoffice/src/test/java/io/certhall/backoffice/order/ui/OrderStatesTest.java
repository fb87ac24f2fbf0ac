package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import org.junit.jupiter.api.Test;

/** What the owner sees and does in the states of services on existing certificates. */
class OrderStatesTest extends Screen {

  private final TestOrders orders;
  private final TestSteps steps;

  OrderStatesTest(TestOrders orders, TestSteps steps) {
    this.orders = orders;
    this.steps = steps;
  }

  @Test
  void a_key_to_be_sent_in_shows_the_address_and_takes_the_tracking_number() {
    String orderNo = at(OrderState.KEY_INBOUND, TaskQueue.INBOUND, "key-inbound.receive-key");
    assertThat(words()).contains("寄来介质").contains("订单号 " + orderNo);

    click("登记快递单号");
    assertThat(words()).contains("请改正以下问题");

    type("快递公司", "顺丰速运");
    type("快递单号", "SF1234567890");
    click("登记快递单号");
    open("orders");
    open("orders/" + orderNo);
    assertThat(words()).contains("已登记");
  }

  @Test
  void a_failed_update_can_be_tried_again_or_handed_to_staff() {
    at(OrderState.UPDATE_FAILED, TaskQueue.REPAIR, "self-update.repair");

    assertThat(words()).contains("更新失败").contains("没有写入成功").contains("服务电话 0931-4000000");
    assertThat(offers("重试")).isTrue();
    click("转人工处理");

    assertThat(told()).contains("已转人工");
  }

  @Test
  void who_waits_for_a_remote_session_is_told_what_happens() {
    at(OrderState.REMOTE_PENDING, TaskQueue.REMOTE, "remote.session");

    assertThat(words()).contains("待远程处理").contains("工作人员会与经办人联系");
  }

  @Test
  void a_voucher_under_check_is_told() {
    at(OrderState.PAYMENT_CHECKING, TaskQueue.FINANCE, "payment.check");

    assertThat(words()).contains("财务正在核对付款凭证");
  }

  @Test
  void tracks_are_kept_apart() {
    at(OrderState.REMOTE_PENDING, TaskQueue.REMOTE, "remote.session");

    assertThat(words())
        .contains("审核")
        .contains("付款")
        .contains("领取")
        .contains("发票")
        .contains("0 / 1 已办理");
  }

  private String at(OrderState state, TaskQueue queue, String element) {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    steps.arrive(orderNo, element, state, queue);
    signIn(applicant);
    open("orders/" + orderNo);
    return orderNo;
  }
}
