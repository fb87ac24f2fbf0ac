package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ProcessesTest
class StaffAccountsTest {

  private final StaffAccounts staff;
  private final Accounts accounts;
  private final ApiTokens tokens;
  private final TestAccounts testAccounts;

  StaffAccountsTest(
      StaffAccounts staff, Accounts accounts, ApiTokens tokens, TestAccounts testAccounts) {
    this.staff = staff;
    this.accounts = accounts;
    this.tokens = tokens;
    this.testAccounts = testAccounts;
  }

  @Test
  void an_administrator_makes_accounts_with_several_roles() {
    long id =
        staff.create(
            testAccounts.staff(Role.ADMIN), form(Fresh.username(), Role.FINANCE, Role.DISPATCHER));

    assertThat(accounts.actor(id).roles()).containsExactlyInAnyOrder(Role.FINANCE, Role.DISPATCHER);
  }

  @Test
  void nobody_else_does() {
    var refusal =
        Refused.by(
            () ->
                staff.create(
                    testAccounts.staff(Role.MANAGER, Role.REVIEWER),
                    form(Fresh.username(), Role.ADMIN)));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.FORBIDDEN);
  }

  @Test
  void everything_wrong_with_an_account_is_said_at_once() {
    String taken = Fresh.username();
    staff.create(Actor.SYSTEM, form(taken, Role.FINANCE));

    assertThat(
            Refused.codes(
                () ->
                    staff.create(
                        Actor.SYSTEM, new StaffAccountForm(taken, " ", "short", "1", Set.of()))))
        .containsExactly(
            "USERNAME_TAKEN",
            "FIELD_REQUIRED",
            "PASSWORD_TOO_SHORT",
            "PASSWORD_TOO_SIMPLE",
            "PHONE_FORM",
            "FIELD_REQUIRED");
  }

  @Test
  void an_account_is_ensured_once_and_stays_as_it_is() {
    String username = Fresh.username();
    long first = staff.ensure(form(username, Role.FINANCE));

    long second = staff.ensure(form(username, Role.ADMIN));

    assertThat(second).isEqualTo(first);
    assertThat(accounts.actor(first).roles()).containsExactly(Role.FINANCE);
  }

  @Test
  void a_disabled_account_loses_its_tokens_and_can_be_enabled_again() {
    Actor admin = testAccounts.staff(Role.ADMIN);
    Actor account = testAccounts.staff(Role.FINANCE);
    String token = tokens.issue(account).token();
    staff.change(admin, account.accountId(), 1, "财务", Set.of(Role.FINANCE), AccountStatus.DISABLED);

    assertThat(tokens.resolve(token)).isEmpty();
    assertThat(Refused.codes(() -> accounts.actor(account.accountId())))
        .containsExactly("ACCOUNT_UNKNOWN");

    staff.change(admin, account.accountId(), 2, "财务", Set.of(Role.FINANCE), AccountStatus.ACTIVE);
    assertThat(accounts.actor(account.accountId()).name()).isEqualTo("财务");
    assertThat(tokens.resolve(token)).isEmpty();
  }

  @Test
  void a_stale_version_is_refused() {
    Actor admin = testAccounts.staff(Role.ADMIN);
    long id = testAccounts.staff(Role.FINANCE).accountId();
    staff.change(admin, id, 1, "一", Set.of(Role.FINANCE), AccountStatus.ACTIVE);

    var refusal =
        Refused.by(() -> staff.change(admin, id, 1, "二", Set.of(Role.ADMIN), AccountStatus.ACTIVE));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.CONFLICT);
    assertThat(refusal.code()).isEqualTo("STALE_VERSION");
    assertThat(accounts.actor(id).roles()).containsExactly(Role.FINANCE);
  }

  @Test
  void nobody_changes_his_own_account_and_every_account_keeps_a_role() {
    Actor admin = testAccounts.staff(Role.ADMIN);
    long other = testAccounts.applicant().accountId();

    assertThat(
            Refused.codes(
                () ->
                    staff.change(
                        admin,
                        admin.accountId(),
                        1,
                        "自己",
                        Set.of(Role.ADMIN, Role.REVIEWER),
                        AccountStatus.ACTIVE)))
        .containsExactly("OWN_ACCOUNT");
    assertThat(
            Refused.codes(() -> staff.change(admin, other, 1, "他", Set.of(), AccountStatus.ACTIVE)))
        .containsExactly("FIELD_REQUIRED");
    assertThat(
            Refused.codes(
                () -> staff.change(admin, -1, 1, "无", Set.of(Role.ADMIN), AccountStatus.ACTIVE)))
        .containsExactly("ACCOUNT_UNKNOWN");
    assertThat(
            Refused.codes(
                () ->
                    staff.change(
                        testAccounts.staff(Role.MANAGER),
                        other,
                        1,
                        "他",
                        Set.of(Role.ADMIN),
                        AccountStatus.ACTIVE)))
        .containsExactly("ROLE_MISSING");
  }

  private static StaffAccountForm form(String username, Role... roles) {
    return new StaffAccountForm(username, "员工", TestAccounts.PASSWORD, null, Set.of(roles));
  }
}
