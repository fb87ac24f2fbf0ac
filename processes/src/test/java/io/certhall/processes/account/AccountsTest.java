package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ProcessesTest
class AccountsTest {

  private static final String OLD = TestAccounts.PASSWORD;
  private static final String NEW = "Yellow-River-2026";

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final Login login;
  private final VerificationCodes codes;
  private final RecordedCodes phones;
  private final TestAccounts testAccounts;
  private final HallClock clock;
  private final String username = Fresh.username();

  AccountsTest(
      Accounts accounts,
      ApiTokens tokens,
      Login login,
      VerificationCodes codes,
      RecordedCodes phones,
      TestAccounts testAccounts,
      HallClock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.login = login;
    this.codes = codes;
    this.phones = phones;
    this.testAccounts = testAccounts;
    this.clock = clock;
  }

  @Test
  void an_account_is_shown_to_its_owner_and_to_administrators_with_a_masked_phone() {
    Actor owner = testAccounts.with(username, "13987654321", Role.APPLICANT);

    assertThat(accounts.of(owner, owner.accountId()).phone()).isEqualTo("139****4321");
    assertThat(accounts.of(testAccounts.staff(Role.ADMIN), owner.accountId()).username())
        .isEqualTo(username);
    assertThat(accounts.phoneForMessages(owner.accountId())).contains("13987654321");
  }

  @Test
  void to_others_an_account_does_not_exist() {
    Actor owner = testAccounts.applicant();

    var refusal =
        Refused.by(() -> accounts.of(testAccounts.staff(Role.REVIEWER), owner.accountId()));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.NOT_FOUND);
    assertThat(Refused.codes(() -> accounts.actor(-1))).containsExactly("ACCOUNT_UNKNOWN");
    assertThat(accounts.phoneForMessages(-1)).isEmpty();
  }

  @Test
  void the_owner_changes_his_password_and_all_tokens_end() {
    Actor owner = testAccounts.with(username, Fresh.phone(), Role.APPLICANT);
    String token = tokens.issue(owner).token();

    accounts.changePassword(owner, OLD, NEW);

    assertThat(tokens.resolve(token)).isEmpty();
    assertThat(login.authenticate(username, NEW, Fresh.ip(), false)).isEqualTo(owner);
  }

  @Test
  void a_password_is_not_changed_without_the_current_one_or_to_a_weak_or_the_same_one() {
    Actor owner = testAccounts.with(username, Fresh.phone(), Role.APPLICANT);

    assertThat(Refused.codes(() -> accounts.changePassword(owner, NEW, "weak")))
        .containsExactly("PASSWORD_WRONG", "PASSWORD_TOO_SHORT", "PASSWORD_TOO_SIMPLE");
    assertThat(Refused.codes(() -> accounts.changePassword(owner, OLD, OLD)))
        .containsExactly("PASSWORD_UNCHANGED");
    assertThat(Refused.codes(() -> accounts.changePassword(owner, null, null)))
        .containsExactly("PASSWORD_WRONG", "FIELD_REQUIRED");
    assertThat(login.authenticate(username, OLD, Fresh.ip(), false)).isEqualTo(owner);
  }

  @Test
  void the_current_password_cannot_be_guessed_here() {
    Actor owner = testAccounts.applicant();
    for (int i = 0; i < 10; i++) {
      Refused.by(() -> accounts.changePassword(owner, "Guess-Number-" + 100, NEW));
    }

    assertThat(Refused.by(() -> accounts.changePassword(owner, OLD, NEW)).kind())
        .isEqualTo(RefusalKind.TOO_MANY);
    clock.advance(Duration.ofMinutes(15));
    accounts.changePassword(owner, OLD, NEW);
  }

  @Test
  void a_new_phone_is_taken_when_its_owner_reads_the_code() {
    Actor owner = testAccounts.applicant();
    String phone = Fresh.phone();
    codes.request(VerificationPurpose.CHANGE_PHONE, phone, Fresh.ip());

    accounts.changePhone(owner, phone, phones.latest(phone));

    assertThat(accounts.phoneForMessages(owner.accountId())).contains(phone);
    assertThat(Refused.codes(() -> accounts.changePhone(owner, phone, phones.latest(phone))))
        .containsExactly("CODE_EXPIRED");
  }

  @Test
  void a_new_phone_is_not_taken_with_a_wrong_code_and_wrong_codes_are_counted() {
    Actor owner = testAccounts.applicant();
    String before = accounts.phoneForMessages(owner.accountId()).orElseThrow();
    String phone = Fresh.phone();
    codes.request(VerificationPurpose.CHANGE_PHONE, phone, Fresh.ip());
    for (int i = 0; i < 5; i++) {
      assertThat(Refused.codes(() -> accounts.changePhone(owner, phone, "abcdef")))
          .containsExactly("CODE_WRONG");
    }

    assertThat(Refused.codes(() -> accounts.changePhone(owner, phone, phones.latest(phone))))
        .containsExactly("CODE_TRIED_TOO_OFTEN");
    assertThat(Refused.codes(() -> accounts.changePhone(owner, "110", null)))
        .containsExactly("PHONE_FORM");
    assertThat(accounts.phoneForMessages(owner.accountId())).contains(before);
  }
}
