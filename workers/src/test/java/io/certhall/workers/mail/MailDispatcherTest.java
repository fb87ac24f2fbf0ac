package io.certhall.workers.mail;

import static io.certhall.db.generated.Tables.MAIL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.TestDatabase;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

@SpringBootTest(classes = MailHall.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class MailDispatcherTest {

  private final ScriptedMailServer server;
  private final PersonalData personalData;
  private final HallClock clock;
  private final DSLContext dsl;
  private final String address = "a" + Fresh.phone() + "@example.cn";

  MailDispatcherTest(
      ScriptedMailServer server, PersonalData personalData, HallClock clock, DSLContext dsl) {
    this.server = server;
    this.personalData = personalData;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void a_waiting_mail_goes_out_with_its_words() throws Exception {
    write(null);

    reaches("SENT");
    assertThat(server.takenFor(address)).hasSize(1);
    assertThat(server.takenFor(address).getFirst().getSubject()).isEqualTo("电子发票已开具");
    assertThat(server.takenFor(address).getFirst().getContent()).isEqualTo("号码123");
    assertThat(server.takenFor(address).getFirst().getFrom()[0]).hasToString("hall@example.cn");
  }

  @Test
  void a_busy_server_is_asked_again_later() {
    server.failsFor(address, 1);

    write(null);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> lastError() != null && lastError().contains("421"));
    assertThat(server.takenFor(address)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    reaches("SENT");
    assertThat(server.takenFor(address)).hasSize(1);
  }

  @Test
  void a_mail_whose_file_is_gone_is_given_up() {
    write("00000000000000000000");

    reaches("FAILED");
    assertThat(lastError()).contains("no invoice");
  }

  @Test
  void the_pauses_grow_to_a_quarter_of_an_hour() {
    assertThat(MailDispatcher.backoff(1)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    assertThat(MailDispatcher.backoff(80))
        .isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
  }

  private void write(@Nullable String invoiceNo) {
    dsl.insertInto(MAIL_MESSAGE)
        .set(MAIL_MESSAGE.DEDUPE_KEY, address)
        .set(MAIL_MESSAGE.HALL, "gscamce")
        .set(MAIL_MESSAGE.RECIPIENT_ENC, personalData.encrypt(Column.MAIL_RECIPIENT, address))
        .set(
            MAIL_MESSAGE.CONTENT_ENC,
            personalData.encryptBytes(
                Column.MAIL_CONTENT,
                "{\"subject\":\"电子发票已开具\",\"text\":\"号码123\"}".getBytes(StandardCharsets.UTF_8)))
        .set(MAIL_MESSAGE.INVOICE_NO, invoiceNo)
        .set(MAIL_MESSAGE.STATE, "PENDING")
        .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, clock.instant())
        .set(MAIL_MESSAGE.CREATED_AT, clock.instant())
        .execute();
  }

  private void reaches(String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                dsl.fetchExists(
                    MAIL_MESSAGE,
                    MAIL_MESSAGE.DEDUPE_KEY.eq(address),
                    MAIL_MESSAGE.STATE.eq(state)));
  }

  private @Nullable String lastError() {
    return dsl.select(MAIL_MESSAGE.LAST_ERROR)
        .from(MAIL_MESSAGE)
        .where(MAIL_MESSAGE.DEDUPE_KEY.eq(address))
        .fetchOne(MAIL_MESSAGE.LAST_ERROR);
  }
}
