package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.API_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ProcessesTest
class ApiTokensTest {

  private final ApiTokens tokens;
  private final StaffAccounts staffAccounts;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;

  ApiTokensTest(
      ApiTokens tokens,
      StaffAccounts staffAccounts,
      TestAccounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.tokens = tokens;
    this.staffAccounts = staffAccounts;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void a_token_stands_for_its_actor_for_twelve_hours() {
    Actor actor = accounts.staff(Role.REVIEWER, Role.MANAGER);
    IssuedToken issued = tokens.issue(actor);

    assertThat(issued.expiresAt())
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(719)),
            clock.instant().plus(Duration.ofHours(12)));
    assertThat(tokens.resolve(issued.token())).contains(actor);

    clock.advance(Duration.ofHours(11));
    assertThat(tokens.resolve(issued.token())).contains(actor);

    clock.advance(Duration.ofHours(1));
    assertThat(tokens.resolve(issued.token())).isEmpty();
  }

  @Test
  void the_database_holds_the_hash_only() throws Exception {
    String token = tokens.issue(accounts.applicant()).token();

    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    assertThat(dsl.fetchExists(API_TOKEN, API_TOKEN.TOKEN_HASH.eq(hash))).isTrue();
  }

  @Test
  void a_revoked_token_is_worth_nothing_and_others_stay() {
    Actor actor = accounts.applicant();
    String revoked = tokens.issue(actor).token();
    String other = tokens.issue(actor).token();

    tokens.revoke(revoked);
    tokens.revoke(revoked);

    assertThat(tokens.resolve(revoked)).isEmpty();
    assertThat(tokens.resolve(other)).contains(actor);
  }

  @Test
  void an_invented_token_is_worth_nothing() {
    String token = tokens.issue(accounts.applicant()).token();

    assertThat(tokens.resolve("")).isEmpty();
    assertThat(tokens.resolve("x".repeat(43))).isEmpty();
    assertThat(tokens.resolve(token + "x")).isEmpty();
  }

  @Test
  void a_token_has_the_roles_of_this_moment() {
    Actor actor = accounts.staff(Role.REVIEWER);
    String token = tokens.issue(actor).token();

    staffAccounts.change(
        accounts.staff(Role.ADMIN),
        actor.accountId(),
        1,
        "审计",
        Set.of(Role.AUDITOR),
        AccountStatus.ACTIVE);

    assertThat(tokens.resolve(token).orElseThrow().roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void the_system_itself_gets_no_token() {
    assertThat(Refused.codes(() -> tokens.issue(Actor.SYSTEM))).containsExactly("ROLE_MISSING");
  }

  @Test
  void a_token_does_not_show_itself() {
    IssuedToken issued = tokens.issue(accounts.applicant());

    assertThat(issued.toString()).doesNotContain(issued.token());
  }
}
