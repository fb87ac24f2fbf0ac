package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.VERIFICATION_CODE;
import static io.certhall.processes.account.VerificationPurpose.CHANGE_PHONE;
import static io.certhall.processes.account.VerificationPurpose.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.RecordedCodes.SentCode;
import io.certhall.processes.support.Refused;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ProcessesTest
class VerificationCodesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VerificationCodes codes;
  private final RecordedCodes phones;
  private final HallClock clock;
  private final DSLContext dsl;
  private final String phone = Fresh.phone();
  private final String ip = Fresh.ip();

  VerificationCodesTest(
      VerificationCodes codes, RecordedCodes phones, HallClock clock, DSLContext dsl) {
    this.codes = codes;
    this.phones = phones;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void six_digits_for_five_minutes_go_to_the_phone() {
    codes.request(REGISTER, phone, ip);

    SentCode sent = phones.to(phone).getFirst();
    assertThat(sent.code()).matches("[0-9]{6}");
    assertThat(sent.minutes()).isEqualTo(5);
    assertThat(sent.purpose()).isEqualTo("REGISTER");
    assertThat(sent.hall()).isEqualTo(VerificationCodes.NO_HALL);
  }

  @Test
  void a_code_can_be_sent_in_the_name_of_a_hall() {
    codes.request(REGISTER, phone, ip, "gscamce");

    assertThat(phones.to(phone).getFirst().hall()).isEqualTo("gscamce");
  }

  @Test
  void whoever_reads_the_database_cannot_compute_the_code() throws Exception {
    codes.request(REGISTER, phone, ip);

    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] plainHash = sha256.digest(phones.latest(phone).getBytes(StandardCharsets.UTF_8));
    assertThat(dsl.fetchExists(VERIFICATION_CODE, VERIFICATION_CODE.CODE_HASH.eq(plainHash)))
        .isFalse();
    byte[] phoneHash = sha256.digest(phone.getBytes(StandardCharsets.UTF_8));
    assertThat(dsl.fetchExists(VERIFICATION_CODE, VERIFICATION_CODE.PHONE_HASH.eq(phoneHash)))
        .isFalse();
  }

  @Test
  void the_right_code_is_accepted_once() {
    codes.request(REGISTER, phone, ip);
    codes.verify(REGISTER, phone, phones.latest(phone));

    assertThat(Refused.codes(() -> codes.verify(REGISTER, phone, phones.latest(phone))))
        .containsExactly("CODE_EXPIRED");
  }

  @Test
  void of_parallel_uses_of_one_code_one_is_accepted() throws Exception {
    codes.request(REGISTER, phone, ip);
    String code = phones.latest(phone);

    List<Boolean> accepted;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> uses =
          Stream.generate(() -> (Callable<Boolean>) () -> isAccepted(code)).limit(4).toList();
      accepted = threads.invokeAll(uses).stream().map(Future::resultNow).toList();
    }

    assertThat(accepted).containsOnlyOnce(true);
  }

  @Test
  void a_code_is_valid_for_five_minutes_and_no_longer() {
    codes.request(REGISTER, phone, ip);
    clock.advance(Duration.ofMinutes(4));
    codes.verify(REGISTER, phone, phones.latest(phone));

    codes.request(REGISTER, phone, ip);
    clock.advance(Duration.ofMinutes(5));
    assertThat(Refused.codes(() -> codes.verify(REGISTER, phone, phones.latest(phone))))
        .containsExactly("CODE_EXPIRED");
  }

  @Test
  void after_five_wrong_tries_even_the_right_code_is_refused() {
    codes.request(REGISTER, phone, ip);
    String code = phones.latest(phone);
    String wrong = code.equals("123456") ? "654321" : "123456";
    for (int i = 0; i < 5; i++) {
      assertThat(Refused.codes(() -> codes.verify(REGISTER, phone, wrong)))
          .containsExactly("CODE_WRONG");
    }

    assertThat(Refused.codes(() -> codes.verify(REGISTER, phone, code)))
        .containsExactly("CODE_TRIED_TOO_OFTEN");
  }

  @Test
  void a_new_code_replaces_the_old_one() {
    codes.request(REGISTER, phone, ip);
    String old = phones.latest(phone);
    clock.advance(MINUTE);
    codes.request(REGISTER, phone, ip);
    String current = phones.latest(phone);

    if (!old.equals(current)) {
      assertThat(Refused.codes(() -> codes.verify(REGISTER, phone, old)))
          .containsExactly("CODE_WRONG");
    }
    codes.verify(REGISTER, phone, current);
  }

  @Test
  void a_code_serves_its_purpose_and_its_phone_only() {
    codes.request(REGISTER, phone, ip);
    String code = phones.latest(phone);

    assertThat(Refused.codes(() -> codes.verify(CHANGE_PHONE, phone, code)))
        .containsExactly("CODE_WRONG");
    assertThat(Refused.codes(() -> codes.verify(REGISTER, Fresh.phone(), code)))
        .containsExactly("CODE_WRONG");
  }

  @Test
  void a_missing_code_and_a_phone_without_form_are_named() {
    assertThat(Refused.codes(() -> codes.verify(REGISTER, phone, " ")))
        .containsExactly("FIELD_REQUIRED");
    assertThat(Refused.codes(() -> codes.verify(REGISTER, "10086", "123456")))
        .containsExactly("PHONE_FORM");
    assertThat(Refused.codes(() -> codes.request(REGISTER, "10086", ip)))
        .containsExactly("PHONE_FORM");
    assertThat(Refused.codes(() -> codes.request(REGISTER, null, ip)))
        .containsExactly("PHONE_FORM");
  }

  @Test
  void a_phone_gets_one_code_a_minute_whatever_the_purpose() {
    codes.request(REGISTER, phone, ip);

    var refusal = Refused.by(() -> codes.request(CHANGE_PHONE, phone, Fresh.ip()));
    assertThat(refusal.kind()).isEqualTo(RefusalKind.TOO_MANY);
    assertThat(refusal.code()).isEqualTo("CODE_TOO_SOON");
    assertThat(phones.to(phone)).hasSize(1);

    clock.advance(MINUTE);
    codes.request(CHANGE_PHONE, phone, ip);
    assertThat(phones.to(phone)).hasSize(2);
  }

  @Test
  void a_phone_gets_ten_codes_a_day() {
    for (int i = 0; i < 10; i++) {
      codes.request(REGISTER, phone, Fresh.ip());
      clock.advance(MINUTE);
    }

    assertThat(Refused.codes(() -> codes.request(REGISTER, phone, Fresh.ip())))
        .containsExactly("CODE_LIMIT_OF_DAY");

    clock.advance(Duration.ofHours(24));
    codes.request(REGISTER, phone, Fresh.ip());
    assertThat(phones.to(phone)).hasSize(11);
  }

  @Test
  void an_address_gets_thirty_codes_an_hour() {
    for (int i = 0; i < 30; i++) {
      codes.request(REGISTER, Fresh.phone(), ip);
    }

    assertThat(Refused.codes(() -> codes.request(REGISTER, phone, ip)))
        .containsExactly("CODE_LIMIT_OF_ADDRESS");
    assertThat(phones.to(phone)).isEmpty();
    codes.request(REGISTER, phone, Fresh.ip());

    clock.advance(Duration.ofHours(1));
    codes.request(REGISTER, Fresh.phone(), ip);
  }

  @Test
  void parallel_requests_for_one_phone_send_one_code() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> requests =
          Stream.generate(
                  () ->
                      Executors.callable(
                          () -> {
                            try {
                              codes.request(REGISTER, phone, Fresh.ip());
                            } catch (Refusal tooMany) {
                              assertThat(tooMany.code()).isEqualTo("CODE_TOO_SOON");
                            }
                          }))
              .limit(4)
              .toList();
      for (Future<Object> request : threads.invokeAll(requests)) {
        request.get();
      }
    }

    assertThat(phones.to(phone)).hasSize(1);
  }

  private boolean isAccepted(String code) {
    try {
      codes.verify(REGISTER, phone, code);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }
}
