package io.certhall.backoffice.message.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.shell.UnreadMessages;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class MessagesViewTest extends Screen {

  private final TestOrders orders;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final UnreadMessages bell;

  MessagesViewTest(
      TestOrders orders,
      Notifications notifications,
      TransactionTemplate transaction,
      UnreadMessages bell) {
    this.orders = orders;
    this.notifications = notifications;
    this.transaction = transaction;
    this.bell = bell;
  }

  @Test
  void an_empty_inbox_says_what_it_is_for() {
    signIn(orders.applicant());

    open("messages");

    assertThat(words()).contains("没有消息").contains("进度会通知到这里");
    assertThat(offers("全部标为已读")).isFalse();
  }

  @Test
  void a_message_leads_to_its_order_and_is_read_then() {
    Actor applicant = orders.applicant();
    String orderNo = told(applicant);
    signIn(applicant);
    open("messages");
    assertThat(words()).contains(orderNo);
    assertThat(bell.of(applicant)).isEqualTo(1);

    click("查看申请");

    assertThat(getCurrentView()).isInstanceOf(OrderView.class);
    assertThat(bell.of(applicant)).isZero();
  }

  @Test
  void all_messages_are_marked_as_read_at_once() {
    Actor applicant = orders.applicant();
    told(applicant);
    signIn(applicant);
    open("messages");

    click("全部标为已读");

    assertThat(bell.of(applicant)).isZero();
    assertThat(offers("全部标为已读")).isFalse();
  }

  @Test
  void nobody_sees_the_messages_of_others() {
    told(orders.applicant());
    signIn(orders.applicant());

    open("messages");

    assertThat(words()).contains("没有消息");
  }

  private String told(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    transaction.executeWithoutResult(
        status ->
            notifications.aboutOrder(orders.order(orderNo), "MSG-02", "test:" + orderNo, Map.of()));
    return orderNo;
  }
}
