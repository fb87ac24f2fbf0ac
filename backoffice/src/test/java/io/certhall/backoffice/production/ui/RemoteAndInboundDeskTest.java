package io.certhall.backoffice.production.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteAndInboundDeskTest extends ViewTest {

  private final TestOrders orders;
  private final TestSteps steps;
  private final Fixtures fixtures;

  RemoteAndInboundDeskTest(TestOrders orders, TestSteps steps, Fixtures fixtures) {
    this.orders = orders;
    this.steps = steps;
    this.fixtures = fixtures;
  }

  @Test
  void a_session_that_did_not_work_needs_words_and_one_that_did_leaves_the_desk() {
    String orderNo = waiting(OrderState.REMOTE_PENDING, TaskQueue.REMOTE, "remote.session");
    signIn(fixtures.staff(Role.PRODUCER));
    RemoteDeskView desk = navigate(RemoteDeskView.class);
    assertThat(words(desk)).contains(orderNo);
    RemoteRow row = row(RemoteRow.class, orderNo);

    press(row, "未完成");
    assertThat(find(TextField.class, row).single().isInvalid()).isTrue();

    press(row, "已完成");
    assertThat(words(desk)).doesNotContain(orderNo);
    assertThat(notices()).anyMatch(words -> words.contains(orderNo));
  }

  @Test
  void a_task_is_claimed_and_put_back_where_it_stands() {
    String orderNo = waiting(OrderState.REMOTE_PENDING, TaskQueue.REMOTE, "remote.session");
    signIn(fixtures.staff(Role.PRODUCER));
    navigate(RemoteDeskView.class);
    RemoteRow row = row(RemoteRow.class, orderNo);

    press(row, "领取");
    assertThat(words(row)).contains("处理人：我");

    press(row, "退回待办");
    assertThat(words(row)).doesNotContain("处理人");
  }

  @Test
  void a_key_arrives_with_its_serial() {
    String orderNo = waiting(OrderState.KEY_INBOUND, TaskQueue.INBOUND, "key-inbound.receive-key");
    signIn(fixtures.staff(Role.DISPATCHER));
    InboundDeskView desk = navigate(InboundDeskView.class);
    InboundRow row = row(InboundRow.class, orderNo);
    assertThat(words(row)).contains("申请人尚未登记快递单号");

    press(row, "确认收到");
    assertThat(find(TextField.class, row).single().isInvalid()).isTrue();

    find(TextField.class, row).single().setValue("KEY-1");
    press(row, "确认收到");
    assertThat(words(desk)).doesNotContain(orderNo);
  }

  private void press(Component row, String button) {
    test(find(Button.class, row).withText(button).single()).click();
  }

  private <R extends Component> R row(Class<R> type, String orderNo) {
    List<R> rows = find(type).all();
    return rows.stream().filter(row -> words(row).contains(orderNo)).findFirst().orElseThrow();
  }

  private String waiting(OrderState state, TaskQueue queue, String element) {
    String orderNo = orders.submitted(orders.applicant());
    steps.arrive(orderNo, element, state, queue);
    return orderNo;
  }
}
