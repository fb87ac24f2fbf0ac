package io.certhall.backoffice.payment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.payment.PaymentOrderQuery.Row;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PaymentListViewTest extends Screen {

  private final TestOrders orders;

  PaymentListViewTest(TestOrders orders) {
    this.orders = orders;
  }

  @Test
  @Tag("GS-71")
  void what_costs_something_is_listed_by_payment_status_and_paid_from_there() {
    Actor applicant = orders.applicant();
    orders.draft(applicant);
    String due = orders.submitted(applicant);
    orders.move(due, OrderState.PAYMENT_PENDING);
    signIn(applicant);

    open("payments");

    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(IntStream.range(1, 6).mapToObj(i -> test(grid()).getCellText(0, i)))
        .contains("甘肃测试建设有限公司", "甘肃中工国际 · 新办", "¥650.00", "未支付");
    assertThat(words(test(grid()).getCellComponent(0, 6))).contains("去缴费").contains("查看");

    @SuppressWarnings("unchecked")
    Select<PayStatus> status = findInView(Select.class).all().getFirst();
    status.setValue(PayStatus.PAID);
    assertThat(words()).contains("没有支付订单");
    orders.change(due, OrderChange.of().payStatus(PayStatus.PAID).paid(65_000));
    open("payments?status=PAID");
    assertThat(test(grid()).getCellText(0, 5)).isEqualTo("已支付");
    assertThat(words(test(grid()).getCellComponent(0, 6))).doesNotContain("去缴费");
  }

  @Test
  void payments_of_others_are_not_shown() {
    orders.submitted(orders.applicant());
    signIn(orders.applicant());

    open("payments");

    assertThat(words()).contains("没有支付订单");
  }

  @SuppressWarnings("unchecked")
  private Grid<Row> grid() {
    return findInView(Grid.class).single();
  }
}
