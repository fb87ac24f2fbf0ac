package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_CONSENT;
import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class AccountRegistrationTest {

  private static final String PASSWORD = "Lanzhou-Bridge-7";

  private final AccountRegistration registration;
  private final VerificationCodes codes;
  private final RecordedCodes phones;
  private final Accounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;

  AccountRegistrationTest(
      AccountRegistration registration,
      VerificationCodes codes,
      RecordedCodes phones,
      Accounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.registration = registration;
    this.codes = codes;
    this.phones = phones;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  @Tag("GS-01")
  void someone_who_reads_the_code_on_his_phone_gets_an_account() {
    String username = Fresh.username();
    String phone = Fresh.phone();

    long id = register(username, phone, codeFor(phone));

    assertThat(accounts.actor(id).roles()).containsExactly(Role.APPLICANT);
    assertThat(accounts.actor(id).name()).isEqualTo("王五");
    AccountView account = accounts.of(accounts.actor(id), id);
    assertThat(account.username()).isEqualTo(username);
    assertThat(account.phone()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
    assertThat(
            dsl.fetchExists(
                AUDIT_LOG,
                AUDIT_LOG.ACTION.eq("account.registered").and(AUDIT_LOG.ACTOR_ID.eq(id))))
        .isTrue();
  }

  @Test
  void password_and_phone_are_not_readable_in_the_database() {
    String phone = Fresh.phone();
    long id = register(Fresh.username(), phone, codeFor(phone));

    var row = dsl.fetchSingle(ACCOUNT, ACCOUNT.ID.eq(id));
    assertThat(row.getPasswordHash()).startsWith("{bcrypt}").doesNotContain(PASSWORD);
    assertThat(new String(row.getPhoneEnc(), StandardCharsets.ISO_8859_1)).doesNotContain(phone);
  }

  @Test
  void a_user_name_is_one_whatever_its_case() {
    String username = Fresh.username();
    String phone = Fresh.phone();
    register(username, phone, codeFor(phone));
    String other = Fresh.phone();

    assertRefused(form(username.toUpperCase(), PASSWORD, other, codeFor(other)), "USERNAME_TAKEN");
  }

  @Test
  @Tag("SD-03")
  void the_agreement_is_kept_with_its_version_and_time() {
    String phone = Fresh.phone();

    long id = register(Fresh.username(), phone, codeFor(phone));

    assertThat(
            dsl.select(ACCOUNT_CONSENT.CODE, ACCOUNT_CONSENT.VERSION)
                .from(ACCOUNT_CONSENT)
                .where(ACCOUNT_CONSENT.ACCOUNT_ID.eq(id), ACCOUNT_CONSENT.ACCEPTED_AT.isNotNull())
                .fetch(row -> row.value1() + " " + row.value2()))
        .containsExactly("REGISTRATION 2026-1");
  }

  @Test
  void without_the_agreement_in_force_no_account_is_opened() {
    String phone = Fresh.phone();
    String code = codeFor(phone);
    for (String agreement : new String[] {null, "", "2020-1"}) {
      assertRefused(
          new RegistrationForm(Fresh.username(), PASSWORD, phone, code, "王五", agreement),
          "REGISTRATION_AGREEMENT");
    }
  }

  @Test
  void everything_wrong_is_said_at_once() {
    assertThatThrownBy(
            () ->
                registration.register(
                    new RegistrationForm("a b", "short", "123", null, "\u0007", null)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::path, Problem::code)
                    .contains(
                        tuple("username", "USERNAME_FORM"),
                        tuple("password", "PASSWORD_TOO_SHORT"),
                        tuple("password", "PASSWORD_TOO_SIMPLE"),
                        tuple("phone", "PHONE_FORM"),
                        tuple("displayName", "FIELD_CHARACTERS")));
  }

  @Test
  void an_empty_form_names_each_missing_field() {
    assertThatThrownBy(
            () -> registration.register(new RegistrationForm(null, null, null, null, null, null)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::path)
                    .containsExactly("username", "password", "phone", "agreement"));
  }

  @Test
  void a_wrong_code_is_refused_and_counts() {
    String phone = Fresh.phone();
    String code = codeFor(phone);
    for (int i = 0; i < VerificationCodes.MAX_ATTEMPTS; i++) {
      assertRefused(form(Fresh.username(), PASSWORD, phone, other(code)), "CODE_WRONG");
    }

    assertRefused(form(Fresh.username(), PASSWORD, phone, code), "CODE_TRIED_TOO_OFTEN");
  }

  @Test
  void an_old_code_is_refused() {
    String phone = Fresh.phone();
    String code = codeFor(phone);

    clock.advance(VerificationCodes.VALIDITY);

    assertRefused(form(Fresh.username(), PASSWORD, phone, code), "CODE_EXPIRED");
  }

  @Test
  void a_code_works_once() {
    String phone = Fresh.phone();
    String code = codeFor(phone);
    register(Fresh.username(), phone, code);

    assertRefused(form(Fresh.username(), PASSWORD, phone, code), "CODE_EXPIRED");
  }

  @Test
  void a_code_stays_usable_when_something_else_was_wrong() {
    String phone = Fresh.phone();
    String code = codeFor(phone);
    assertRefused(form(Fresh.username(), "weak", phone, code), "PASSWORD_TOO_SHORT");

    assertThat(register(Fresh.username(), phone, code)).isPositive();
  }

  @Test
  void a_code_for_another_purpose_opens_nothing() {
    String phone = Fresh.phone();
    codes.request(VerificationPurpose.CHANGE_PHONE, phone, Fresh.ip());

    assertRefused(form(Fresh.username(), PASSWORD, phone, phones.latest(phone)), "CODE_WRONG");
  }

  @Test
  void of_parallel_registrations_of_one_user_name_exactly_one_succeeds() throws Exception {
    String username = Fresh.username();
    List<RegistrationForm> forms =
        Stream.generate(Fresh::phone)
            .limit(4)
            .map(phone -> form(username, PASSWORD, phone, codeFor(phone)))
            .toList();

    List<String> outcomes;
    try (var threads = Executors.newFixedThreadPool(forms.size())) {
      List<Callable<String>> calls =
          forms.stream().map(form -> (Callable<String>) () -> outcome(form)).toList();
      outcomes = threads.invokeAll(calls).stream().map(future -> future.resultNow()).toList();
    }

    assertThat(outcomes).containsOnlyOnce("registered");
    assertThat(outcomes).filteredOn("USERNAME_TAKEN"::equals).hasSize(3);
    assertThat(dsl.fetchCount(ACCOUNT, ACCOUNT.USERNAME.eq(username))).isOne();
  }

  private String outcome(RegistrationForm form) {
    try {
      registration.register(form);
      return "registered";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private void assertRefused(RegistrationForm form, String code) {
    assertThatThrownBy(() -> registration.register(form))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problems()).extracting(Problem::code).contains(code));
  }

  private long register(String username, String phone, String code) {
    return registration.register(form(username, PASSWORD, phone, code));
  }

  private static RegistrationForm form(
      String username, String password, String phone, String code) {
    return new RegistrationForm(
        username, password, phone, code, "王五", RegistrationAgreement.VERSION);
  }

  private String codeFor(String phone) {
    codes.request(VerificationPurpose.REGISTER, phone, Fresh.ip());
    return phones.latest(phone);
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }
}
