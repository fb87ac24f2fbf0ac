package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ProcessesTest
class ExpiryRemindersTest {

  private final ExpiryReminders reminders;
  private final Inbox inbox;
  private final TestOrders orders;
  private final HallClock clock;
  private final DSLContext dsl;
  private final Actor owner;
  private final String serial = UUID.randomUUID().toString().replace("-", "");

  ExpiryRemindersTest(
      ExpiryReminders reminders, Inbox inbox, TestOrders orders, HallClock clock, DSLContext dsl) {
    this.reminders = reminders;
    this.inbox = inbox;
    this.orders = orders;
    this.clock = clock;
    this.dsl = dsl;
    this.owner = orders.applicant();
  }

  @Test
  void a_holder_is_told_at_each_day_count_once() {
    certificate(Duration.ofDays(89), "NORMAL");
    reminders.remind(1000);
    reminders.remind(1000);
    assertThat(told()).isEqualTo(1);
    assertThat(inbox.page(owner, true, 0, 10).getFirst().zh()).contains("测试证书", "到期");
    assertThat(
            dsl.fetchCount(
                NOTIFICATION, NOTIFICATION.DEDUPE_KEY.eq("MSG-09:" + serial + ":90:SMS")))
        .isEqualTo(1);

    clock.advance(Duration.ofDays(60));
    reminders.remind(1000);
    assertThat(told()).isEqualTo(2);
    clock.advance(Duration.ofDays(23));
    reminders.remind(1000);
    assertThat(told()).isEqualTo(3);
    clock.advance(Duration.ofDays(10));
    reminders.remind(1000);
    assertThat(told()).isEqualTo(3);
  }

  @Test
  void who_comes_late_hears_the_nearest_count_and_a_replaced_certificate_is_silent() {
    certificate(Duration.ofDays(5), "NORMAL");
    reminders.remind(1000);
    assertThat(told()).isEqualTo(1);
    assertThat(
            dsl.fetchExists(
                NOTIFICATION, NOTIFICATION.DEDUPE_KEY.eq("MSG-09:" + serial + ":7:IN_APP")))
        .isTrue();
  }

  @Test
  void a_replaced_certificate_is_not_spoken_of() {
    certificate(Duration.ofDays(20), "REPLACED");

    reminders.remind(1000);

    assertThat(told()).isZero();
  }

  private int told() {
    return dsl.fetchCount(
        NOTIFICATION,
        NOTIFICATION.DEDUPE_KEY.startsWith("MSG-09:" + serial),
        NOTIFICATION.CHANNEL.eq("IN_APP"));
  }

  private void certificate(Duration left, String state) {
    String orderNo = orders.submitted(owner);
    Instant now = clock.instant();
    dsl.insertInto(CERTIFICATE)
        .set(CERTIFICATE.SERIAL, serial)
        .set(CERTIFICATE.PAIR_SERIAL, serial + "E")
        .set(CERTIFICATE.KEY_USAGE, "SIGNING")
        .set(CERTIFICATE.HALL, TestOrders.HALL)
        .set(CERTIFICATE.ISSUER, "CN=test")
        .set(CERTIFICATE.ORDER_NO, orderNo)
        .set(CERTIFICATE.ITEM_SEQ, 1)
        .set(CERTIFICATE.TYPE, "ORG")
        .set(CERTIFICATE.ACCOUNT_ID, owner.accountId())
        .set(CERTIFICATE.COMMON_NAME, "测试证书")
        .set(CERTIFICATE.SUBJECT, "CN=测试证书")
        .set(CERTIFICATE.YEARS, 1)
        .set(CERTIFICATE.NOT_BEFORE, now.minus(Duration.ofDays(200)))
        .set(CERTIFICATE.NOT_AFTER, now.plus(left))
        .set(CERTIFICATE.STATE, state)
        .set(CERTIFICATE.DER, new byte[] {1})
        .set(CERTIFICATE.ISSUED_AT, now)
        .execute();
  }
}
