package io.certhall.workers.notification;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.db.generated.tables.records.NotificationRecord;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.notification.SmsFault;
import io.certhall.processes.notification.SmsMessage;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.TestDatabase;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = SmsHall.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class SmsDispatcherTest {

  private final Notifications notifications;
  private final ScriptedSms provider;
  private final SmsDispatcher dispatcher;
  private final HallClock clock;
  private final TransactionTemplate transaction;
  private final DSLContext dsl;

  SmsDispatcherTest(
      Notifications notifications,
      ScriptedSms provider,
      SmsDispatcher dispatcher,
      HallClock clock,
      TransactionTemplate transaction,
      DSLContext dsl) {
    this.notifications = notifications;
    this.provider = provider;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.transaction = transaction;
    this.dsl = dsl;
  }

  @Test
  void a_committed_message_goes_out_signed_by_its_hall_with_its_template() {
    String phone = Fresh.phone();

    write("MSG-20", phone, Map.of("orgName", "甘肃测试公司"));

    assertThat(reaches(phone, "SENT").getProviderId()).isEqualTo("biz-N" + row(phone).getId());
    SmsMessage sent = provider.askedFor(phone).getFirst();
    assertThat(sent.signName()).isEqualTo("甘肃中工国际");
    assertThat(sent.templateId()).isEqualTo("SMS_20");
    assertThat(sent.templateParams()).containsExactly(Map.entry("orgName", "甘肃测试公司"));
    assertThat(sent.fullText()).isEqualTo("【甘肃中工国际】甘肃测试公司的企业信息审核已通过，现在可以办理证书业务。");
  }

  @Test
  void a_passing_fault_is_tried_again_under_the_same_key() {
    String phone = Fresh.phone();
    provider.failsFor(phone, SmsFault.passing("isp.SYSTEM_ERROR", "later", null));

    write("MSG-20", phone, Map.of("orgName", "甲公司"));

    reaches(phone, "SENT");
    assertThat(provider.askedFor(phone)).hasSize(2);
    assertThat(provider.askedFor(phone))
        .extracting(SmsMessage::idempotencyKey)
        .containsOnly("N" + row(phone).getId());
    assertThat(row(phone).getAttempts()).isEqualTo(2);
    assertThat(row(phone).getLastError()).isNull();
  }

  @Test
  void a_permanent_fault_ends_it_and_keeps_the_reason() {
    String phone = Fresh.phone();
    provider.failsFor(phone, SmsFault.permanent("isv.MOBILE_NUMBER_ILLEGAL", "wrong", null));

    write("MSG-20", phone, Map.of("orgName", "甲公司"));

    assertThat(reaches(phone, "FAILED").getLastError()).contains("isv.MOBILE_NUMBER_ILLEGAL");
    assertThat(provider.askedFor(phone)).hasSize(1);
  }

  @Test
  void a_message_that_does_not_fit_its_template_is_not_sent() {
    String phone = Fresh.phone();

    write("MSG-20", phone, Map.of("orgName", " "));

    assertThat(reaches(phone, "FAILED").getLastError()).contains("orgName");
    assertThat(provider.askedFor(phone)).isEmpty();
  }

  @Test
  void a_code_that_has_expired_is_not_sent_any_more() {
    String phone = Fresh.phone();
    dispatcher.stop();
    write("MSG-01", phone, Map.of("code", "123456", "minutes", "5"));
    clock.advance(Duration.ofMinutes(6));
    dispatcher.start();

    assertThat(reaches(phone, "FAILED").getLastError()).contains("EXPIRED");
    assertThat(provider.askedFor(phone)).isEmpty();
  }

  @Test
  void the_pauses_grow_to_ten_minutes() {
    assertThat(SmsDispatcher.backoff(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(SmsDispatcher.backoff(4)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(SmsDispatcher.backoff(60)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
  }

  private void write(String message, String phone, Map<String, String> values) {
    transaction.executeWithoutResult(
        status -> notifications.toAccount("gscamce", message, key(phone), null, phone, values));
  }

  private NotificationRecord reaches(String phone, String state) {
    await().atMost(Duration.ofSeconds(60)).until(() -> row(phone).getState().equals(state));
    return row(phone);
  }

  private NotificationRecord row(String phone) {
    return dsl.selectFrom(NOTIFICATION)
        .where(NOTIFICATION.DEDUPE_KEY.eq(key(phone) + ":SMS"))
        .fetchSingle();
  }

  private static String key(String phone) {
    return "test:" + phone;
  }
}
