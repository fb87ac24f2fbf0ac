package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.THROTTLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ProcessesTest
class LoginTest {

  private static final String RIGHT = TestAccounts.PASSWORD;
  private static final String WRONG = "Not-The-Password-1";

  private final Login login;
  private final TestAccounts accounts;
  private final StaffAccounts staffAccounts;
  private final Throttle throttle;
  private final SeparateTransaction separately;
  private final HallClock clock;
  private final DSLContext dsl;
  private final String username = Fresh.username();
  private final String ip = Fresh.ip();

  LoginTest(
      Login login,
      TestAccounts accounts,
      StaffAccounts staffAccounts,
      Throttle throttle,
      SeparateTransaction separately,
      HallClock clock,
      DSLContext dsl) {
    this.login = login;
    this.accounts = accounts;
    this.staffAccounts = staffAccounts;
    this.throttle = throttle;
    this.separately = separately;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void name_and_password_open_the_account_with_its_roles() {
    Actor known = accounts.with(username, Fresh.phone(), Role.REVIEWER, Role.PRODUCER);

    Actor actor = login.authenticate(" " + username.toUpperCase() + " ", RIGHT, ip, false);

    assertThat(actor).isEqualTo(known);
    assertThat(actor.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.PRODUCER);
    assertThat(dsl.fetchSingle(ACCOUNT, ACCOUNT.ID.eq(actor.accountId())).getLastLoginAt())
        .isNotNull();
    assertThat(
            dsl.fetchExists(
                AUDIT_LOG,
                AUDIT_LOG
                    .ACTION
                    .eq("account.logged-in")
                    .and(AUDIT_LOG.ACTOR_ID.eq(actor.accountId()))))
        .isTrue();
  }

  @Test
  void a_wrong_password_and_an_unknown_name_are_answered_alike() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);

    var wrong = Refused.by(() -> login.authenticate(username, WRONG, ip, false));
    var unknown = Refused.by(() -> login.authenticate(Fresh.username(), WRONG, ip, false));
    var impossible = Refused.by(() -> login.authenticate("' or 1=1", WRONG, ip, false));

    assertThat(wrong.kind()).isEqualTo(RefusalKind.UNAUTHENTICATED);
    assertThat(wrong.problems()).isEqualTo(unknown.problems()).isEqualTo(impossible.problems());
  }

  @Test
  void a_password_cut_to_what_bcrypt_reads_does_not_open_the_account() {
    String longest = "aB3" + "wxyz".repeat(17);
    staffAccounts.create(
        Actor.SYSTEM, new StaffAccountForm(username, "长", longest, null, Set.of(Role.APPLICANT)));

    assertThat(Refused.codes(() -> login.authenticate(username, longest + "tail", ip, false)))
        .containsExactly("LOGIN_FAILED");
    assertThat(login.authenticate(username, longest, ip, false)).isNotNull();
  }

  @Test
  void after_three_failures_a_captcha_is_demanded() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    assertThat(login.captchaRequired(username, ip)).isFalse();
    fail(3, false);

    assertThat(login.captchaRequired(username, ip)).isTrue();
    assertThat(Refused.codes(() -> login.authenticate(username, RIGHT, ip, false)))
        .containsExactly("CAPTCHA_REQUIRED");
    assertThat(login.authenticate(username, RIGHT, ip, true)).isNotNull();
    assertThat(login.captchaRequired(username, ip)).isFalse();
  }

  @Test
  void an_attempt_without_the_captcha_is_not_counted() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    fail(3, false);
    for (int i = 0; i < 10; i++) {
      Refused.by(() -> login.authenticate(username, WRONG, ip, false));
    }

    assertThat(login.authenticate(username, RIGHT, ip, true)).isNotNull();
  }

  @Test
  void ten_failures_lock_the_name_for_a_quarter_of_an_hour_from_everywhere() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    fail(10, true);

    var locked = Refused.by(() -> login.authenticate(username, RIGHT, Fresh.ip(), true));
    assertThat(locked.kind()).isEqualTo(RefusalKind.TOO_MANY);
    assertThat(locked.code()).isEqualTo("LOGIN_LOCKED");

    clock.advance(Duration.ofMinutes(14));
    assertThat(Refused.codes(() -> login.authenticate(username, RIGHT, ip, true)))
        .containsExactly("LOGIN_LOCKED");

    clock.advance(Duration.ofMinutes(1));
    assertThat(login.authenticate(username, RIGHT, ip, false)).isNotNull();
  }

  @Test
  void an_unknown_name_is_locked_like_a_known_one() {
    fail(10, true);

    assertThat(Refused.codes(() -> login.authenticate(username, WRONG, ip, true)))
        .containsExactly("LOGIN_LOCKED");
  }

  @Test
  void failures_are_forgotten_after_a_quarter_of_an_hour() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    fail(9, true);

    clock.advance(Duration.ofMinutes(15));

    assertThat(login.captchaRequired(username, ip)).isFalse();
    fail(2, false);
    assertThat(login.authenticate(username, RIGHT, ip, false)).isNotNull();
  }

  @Test
  void parallel_attempts_cannot_outrun_the_count() throws Exception {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    fail(8, true);

    List<String> answers;
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Callable<String>> attempts =
          Stream.generate(
                  () ->
                      (Callable<String>)
                          () ->
                              Refused.by(() -> login.authenticate(username, WRONG, ip, true))
                                  .code())
              .limit(6)
              .toList();
      answers = threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).filteredOn("LOGIN_FAILED"::equals).hasSize(2);
    assertThat(answers).filteredOn("LOGIN_LOCKED"::equals).hasSize(4);
  }

  @Test
  void many_failures_from_one_address_lock_the_address_but_not_the_name() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    separately.run(
        () -> {
          for (int i = 0; i < Login.PER_ADDRESS.uses(); i++) {
            throttle.use(Login.PER_ADDRESS, ip);
          }
        });

    assertThat(Refused.codes(() -> login.authenticate(username, RIGHT, ip, true)))
        .containsExactly("LOGIN_LOCKED");
    assertThat(login.authenticate(username, RIGHT, Fresh.ip(), false)).isNotNull();
  }

  @Test
  void some_failures_from_one_address_demand_a_captcha_of_everyone_there() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    separately.run(
        () -> {
          for (int i = 0; i < Login.CAPTCHA_AFTER_OF_ADDRESS; i++) {
            throttle.use(Login.PER_ADDRESS, ip);
          }
        });

    assertThat(login.captchaRequired(username, ip)).isTrue();
    assertThat(login.captchaRequired(username, Fresh.ip())).isFalse();
  }

  @Test
  void logging_in_often_is_no_failure_of_the_address() {
    accounts.with(username, Fresh.phone(), Role.APPLICANT);
    for (int i = 0; i < 3; i++) {
      login.authenticate(username, RIGHT, ip, false);
    }

    assertThat(throttle.uses(Login.PER_ADDRESS, ip)).isZero();
  }

  @Test
  void whoever_reads_the_counters_cannot_look_up_a_name() throws Exception {
    fail(1, false);

    byte[] plainHash =
        MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
    assertThat(throttle.uses(Login.PER_USER, username)).isOne();
    assertThat(dsl.fetchExists(THROTTLE, THROTTLE.THROTTLE_KEY.eq(plainHash))).isFalse();
  }

  @Test
  void a_disabled_account_stays_closed_even_to_the_right_password() {
    Actor account = accounts.with(username, Fresh.phone(), Role.APPLICANT);
    staffAccounts.change(
        accounts.staff(Role.ADMIN),
        account.accountId(),
        1,
        "停用",
        Set.of(Role.APPLICANT),
        AccountStatus.DISABLED);

    assertThat(Refused.codes(() -> login.authenticate(username, RIGHT, ip, false)))
        .containsExactly("ACCOUNT_DISABLED");
    assertThat(Refused.codes(() -> login.authenticate(username, WRONG, ip, false)))
        .containsExactly("LOGIN_FAILED");
  }

  private void fail(int times, boolean captcha) {
    for (int i = 0; i < times; i++) {
      assertThat(Refused.codes(() -> login.authenticate(username, WRONG, ip, captcha)))
          .containsExactly("LOGIN_FAILED");
    }
  }
}
