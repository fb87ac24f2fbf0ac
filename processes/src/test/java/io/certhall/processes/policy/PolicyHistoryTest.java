package io.certhall.processes.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import org.junit.jupiter.api.Test;

@ProcessesTest
class PolicyHistoryTest {

  private final PolicyHistory history;
  private final TestAccounts accounts;

  PolicyHistoryTest(PolicyHistory history, TestAccounts accounts) {
    this.history = history;
    this.accounts = accounts;
  }

  @Test
  void one_version_is_active_and_each_tells_who_and_why() {
    assertThat(history.of(accounts.staff(Role.MANAGER), "gscamce"))
        .isNotEmpty()
        .allSatisfy(
            version -> {
              assertThat(version.publishedBy()).isNotBlank();
              assertThat(version.note()).isNotBlank();
              assertThat(version.contentHash()).hasSize(64);
            })
        .filteredOn(PolicyHistory.Version::active)
        .hasSize(1);
  }

  @Test
  void a_hall_nobody_knows_has_no_history() {
    assertThat(history.of(accounts.staff(Role.AUDITOR), "nowhere")).isEmpty();
  }

  @Test
  void applicants_and_reviewers_do_not_look() {
    assertThat(Refused.codes(() -> history.of(accounts.applicant(), "gscamce")))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> history.of(accounts.staff(Role.REVIEWER), "gscamce")))
        .containsExactly("ROLE_MISSING");
  }
}
