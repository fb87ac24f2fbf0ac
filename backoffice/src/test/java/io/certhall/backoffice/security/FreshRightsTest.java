package io.certhall.backoffice.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.account.AccountStatus;
import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.StaffAccounts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshRightsTest extends Screen {

  private final Fixtures fixtures;
  private final StaffAccounts staff;
  private final Accounts accounts;
  private final CurrentActor currentActor;

  FreshRightsTest(
      Fixtures fixtures, StaffAccounts staff, Accounts accounts, CurrentActor currentActor) {
    this.fixtures = fixtures;
    this.staff = staff;
    this.accounts = accounts;
    this.currentActor = currentActor;
  }

  @Test
  void a_role_taken_away_is_gone_at_the_next_page() {
    Actor clerk = fixtures.staff(Role.REVIEWER, Role.PRODUCER);
    signIn(clerk);
    open("account");

    staff.change(
        Actor.SYSTEM,
        clerk.accountId(),
        accounts.of(clerk, clerk.accountId()).version(),
        clerk.name(),
        Set.of(Role.REVIEWER),
        AccountStatus.ACTIVE);
    open("messages");

    assertThat(currentActor.get().roles()).containsExactly(Role.REVIEWER);
  }

  @Test
  void nothing_changes_for_who_keeps_his_rights() {
    Actor clerk = fixtures.staff(Role.REVIEWER);
    signIn(clerk);

    open("account");

    assertThat(currentActor.get()).isEqualTo(clerk);
  }
}
