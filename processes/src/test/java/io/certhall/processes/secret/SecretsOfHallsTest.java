package io.certhall.processes.secret;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.OrdersOfHalls;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class SecretsOfHallsTest {

  private final SecretDeliveries deliveries;
  private final SecretCreation creation;
  private final SecretRepository repository;
  private final TestOrders orders;
  private final HallClock clock;
  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final Actor owner;
  private final String orderNo;

  SecretsOfHallsTest(
      SecretDeliveries deliveries,
      SecretCreation creation,
      SecretRepository repository,
      TestOrders orders,
      HallClock clock,
      DSLContext dsl,
      TransactionTemplate transaction) {
    this.deliveries = deliveries;
    this.creation = creation;
    this.repository = repository;
    this.orders = orders;
    this.clock = clock;
    this.dsl = dsl;
    this.transaction = transaction;
    this.owner = orders.applicant();
    this.orderNo = orders.submitted(owner);
  }

  @Test
  @Tag("SZ-33")
  void who_paid_by_app_in_hunan_gets_the_pin_in_a_transfer() {
    paidBy("WECHAT");

    begin("szca-hunan");

    SecretDelivery delivery = deliveries.of(owner, orderNo).getFirst();
    assertThat(delivery.route()).isEqualTo(SecretRoute.TRANSFER_REMARK);
    assertThat(delivery.state()).isEqualTo(SecretDelivery.State.WAITING);
    assertThat(repository.pin(delivery.id())).matches("\\d{8}");
    assertThat(messages()).isZero();
  }

  @Test
  @Tag("SZ-34")
  @Tag("AC-38")
  void who_paid_by_transfer_in_hunan_gets_a_text_message() {
    paidBy("TRANSFER");

    begin("szca-hunan");

    assertThat(deliveries.of(owner, orderNo).getFirst().route())
        .isEqualTo(SecretRoute.SMS_OPERATOR);
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  @Tag("CFCA-37")
  @Tag("GX-57")
  void the_usual_pin_of_a_hall_is_not_delivered_but_must_be_changed() {
    begin("cfca-suqian");

    SecretDelivery delivery = deliveries.of(owner, orderNo).getFirst();
    assertThat(delivery.route()).isEqualTo(SecretRoute.NONE);
    assertThat(delivery.mustChange()).isTrue();
    assertThat(repository.pin(delivery.id())).isEqualTo("123456");
    assertThat(messages()).isZero();
  }

  private void begin(String hall) {
    transaction.executeWithoutResult(
        status -> creation.begin(OrdersOfHalls.in(hall, orders.order(orderNo)), List.of(1)));
  }

  private int messages() {
    return dsl.fetchCount(
        NOTIFICATION,
        NOTIFICATION.ORDER_NO.eq(orderNo),
        NOTIFICATION.MESSAGE_ID.in("MSG-82", "MSG-83"));
  }

  private void paidBy(String method) {
    dsl.insertInto(PAYMENT)
        .set(PAYMENT.PAYMENT_NO, "P" + Fresh.phone())
        .set(PAYMENT.ORDER_NO, orderNo)
        .set(PAYMENT.HALL, "szca-hunan")
        .set(PAYMENT.METHOD, method)
        .set(PAYMENT.AMOUNT_FEN, 35_000L)
        .set(PAYMENT.STATE, "PAID")
        .set(PAYMENT.CREATED_AT, clock.instant())
        .set(PAYMENT.EXPIRES_AT, clock.instant())
        .set(PAYMENT.PAID_AT, clock.instant())
        .execute();
  }
}
