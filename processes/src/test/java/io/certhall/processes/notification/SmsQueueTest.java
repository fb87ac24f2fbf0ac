package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class SmsQueueTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  private final SmsQueue queue;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final DSLContext dsl;

  SmsQueueTest(
      SmsQueue queue,
      Notifications notifications,
      TransactionTemplate transaction,
      DSLContext dsl) {
    this.queue = queue;
    this.notifications = notifications;
    this.transaction = transaction;
    this.dsl = dsl;
  }

  @BeforeEach
  void an_empty_queue() {
    queue.take(10_000, LEASE).forEach(sms -> queue.failed(sms.id(), "left by another test"));
  }

  @Test
  void what_is_taken_is_leased_to_the_taker() {
    String phone = written();

    assertThat(queue.isAnyDue()).isTrue();
    assertThat(queue.take(10, LEASE))
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.phone()).isEqualTo(phone);
              assertThat(sms.attempts()).isEqualTo(1);
              assertThat(sms.idempotencyKey()).isEqualTo("N" + sms.id());
              assertThat(sms.toString()).doesNotContain(phone);
            });
    assertThat(queue.isAnyDue()).isFalse();
    assertThat(queue.take(10, LEASE)).isEmpty();
  }

  @Test
  void a_message_whose_lease_ended_comes_again_under_the_same_key() {
    written();

    PendingSms first = queue.take(10, Duration.ZERO).getFirst();
    PendingSms second = queue.take(10, LEASE).getFirst();

    assertThat(second.idempotencyKey()).isEqualTo(first.idempotencyKey());
    assertThat(second.attempts()).isEqualTo(2);
  }

  @Test
  void a_sent_message_is_done() {
    written();
    PendingSms sms = queue.take(10, Duration.ZERO).getFirst();

    queue.sent(sms.id(), "biz-1");

    assertThat(queue.take(10, LEASE)).isEmpty();
    assertThat(row(sms.id()).getState()).isEqualTo("SENT");
    assertThat(row(sms.id()).getProviderId()).isEqualTo("biz-1");
    assertThat(row(sms.id()).getSentAt()).isNotNull();
  }

  @Test
  void a_postponed_message_waits_and_keeps_its_error() {
    written();
    PendingSms sms = queue.take(10, Duration.ZERO).getFirst();

    queue.retryLater(sms.id(), Duration.ofMinutes(5), "isp.SYSTEM_ERROR: " + "x".repeat(2000));

    assertThat(queue.take(10, LEASE)).isEmpty();
    assertThat(row(sms.id()).getLastError()).startsWith("isp.SYSTEM_ERROR").hasSize(1000);
    queue.retryLater(sms.id(), Duration.ZERO, "again");
    assertThat(queue.take(10, LEASE)).hasSize(1);
  }

  @Test
  void a_failed_message_is_not_tried_again() {
    written();
    PendingSms sms = queue.take(10, Duration.ZERO).getFirst();

    queue.failed(sms.id(), "isv.MOBILE_NUMBER_ILLEGAL");
    queue.sent(sms.id(), "too late");

    assertThat(queue.take(10, LEASE)).isEmpty();
    assertThat(row(sms.id()).getState()).isEqualTo("FAILED");
  }

  @Test
  void what_another_sender_is_taking_is_left_to_it() {
    written();
    List<PendingSms> other = new ArrayList<>();

    transaction.executeWithoutResult(
        status -> {
          assertThat(queue.take(10, LEASE)).hasSize(1);
          Thread meanwhile = Thread.ofVirtual().start(() -> other.addAll(queue.take(10, LEASE)));
          try {
            meanwhile.join();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(other).isEmpty();
  }

  private String written() {
    String phone = Fresh.phone();
    transaction.executeWithoutResult(
        status ->
            notifications.toAccount(
                TestOrders.HALL,
                "MSG-01",
                "MSG-01:queue:" + phone,
                null,
                phone,
                Map.of("code", "123456", "minutes", "5")));
    return phone;
  }

  private io.certhall.db.generated.tables.records.NotificationRecord row(long id) {
    return dsl.selectFrom(NOTIFICATION).where(NOTIFICATION.ID.eq(id)).fetchSingle();
  }
}
