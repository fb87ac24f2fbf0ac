package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.ORDER_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ProcessesTest
class StepRemindersTest {

  private static final String ELEMENT = "pay.remind-payment";

  private final StepReminders reminders;
  private final Inbox inbox;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;

  StepRemindersTest(
      StepReminders reminders,
      Inbox inbox,
      TestOrders orders,
      TestAccounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.reminders = reminders;
    this.inbox = inbox;
    this.orders = orders;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void the_applicant_is_reminded_to_pay_once_per_day_and_again_by_the_second_timer() {
    Actor applicant = orders.applicant();
    String orderNo = unpaid(applicant);

    reminders.remind(orderNo, 1, ELEMENT, "MSG-04");
    reminders.remind(orderNo, 1, ELEMENT, "MSG-04");
    assertThat(messages(orderNo, "MSG-04", "SMS")).isEqualTo(1);
    assertThat(messages(orderNo, "MSG-04", "IN_APP")).isEqualTo(1);
    assertThat(inbox.page(applicant, false, 0, 1).getFirst().zh()).contains("还有650元未付");

    clock.advance(Duration.ofDays(7));
    reminders.remind(orderNo, 1, ELEMENT, "MSG-04");

    assertThat(messages(orderNo, "MSG-04", "SMS")).isEqualTo(2);
    assertThat(reminded(orderNo)).isEqualTo(2);
  }

  @Test
  void reviewers_are_reminded_in_their_inbox_and_the_applicant_is_not() {
    Actor applicant = orders.applicant();
    Actor reviewer = accounts.staff(Role.REVIEWER);
    Actor producer = accounts.staff(Role.PRODUCER);
    String orderNo = orders.submitted(applicant);

    reminders.remind(orderNo, 1, "review.remind-reviewer", "MSG-90");

    assertThat(inbox.page(reviewer, true, 0, 50))
        .anySatisfy(
            message -> {
              assertThat(message.orderNo()).isEqualTo(orderNo);
              assertThat(message.zh()).contains("等待审核已超过一天");
            });
    assertThat(inbox.page(producer, true, 0, 50)).isEmpty();
    assertThat(messages(orderNo, "MSG-90", "SMS")).isZero();
  }

  @Test
  void a_timer_that_fired_too_late_says_nothing() {
    String paid = unpaid(orders.applicant());
    orders.change(paid, OrderChange.of().paid(65000));
    String ended = unpaid(orders.applicant());
    orders.move(ended, OrderState.CANCELLED);
    String resubmitted = unpaid(orders.applicant());

    reminders.remind(paid, 1, ELEMENT, "MSG-04");
    reminders.remind(ended, 1, ELEMENT, "MSG-04");
    reminders.remind(resubmitted, 0, ELEMENT, "MSG-04");

    assertThat(reminded(paid) + reminded(ended) + reminded(resubmitted)).isZero();
  }

  private String unpaid(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    orders.move(orderNo, OrderState.PAYMENT_PENDING);
    return orderNo;
  }

  private int messages(String orderNo, String message, String channel) {
    return dsl.fetchCount(
        NOTIFICATION,
        NOTIFICATION.ORDER_NO.eq(orderNo),
        NOTIFICATION.MESSAGE_ID.eq(message),
        NOTIFICATION.CHANNEL.eq(channel));
  }

  private int reminded(String orderNo) {
    return dsl.fetchCount(
        ORDER_EVENT, ORDER_EVENT.ORDER_NO.eq(orderNo), ORDER_EVENT.KIND.eq("REMINDED"));
  }
}
