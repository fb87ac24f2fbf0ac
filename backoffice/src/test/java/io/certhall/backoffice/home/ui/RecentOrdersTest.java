package io.certhall.backoffice.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecentOrdersTest extends Screen {

  private final TestOrders orders;

  RecentOrdersTest(TestOrders orders) {
    this.orders = orders;
  }

  @Test
  @Tag("GS-99")
  void the_home_page_shows_what_was_applied_for_lately() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);

    navigate(HomeView.class);

    assertThat(words())
        .contains("最近的申请")
        .contains(orderNo, "新办", "待审核", "¥650.00")
        .contains(Times.minute(orders.order(orderNo).stateSince()));
  }

  @Test
  @Tag("GS-99")
  void what_is_over_stays_in_sight() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    orders.move(orderNo, OrderState.COMPLETED);
    signIn(applicant);

    navigate(HomeView.class);

    assertThat(words()).contains(orderNo, "已完成");
  }
}
