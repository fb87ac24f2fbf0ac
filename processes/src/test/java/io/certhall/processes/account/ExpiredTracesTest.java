package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.API_TOKEN;
import static io.certhall.db.generated.Tables.IDEMPOTENCY;
import static io.certhall.db.generated.Tables.THROTTLE;
import static io.certhall.db.generated.Tables.VERIFICATION_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@ProcessesTest
class ExpiredTracesTest {

  private final ExpiredTraces traces;
  private final ApiTokens tokens;
  private final VerificationCodes codes;
  private final CaptchaService captchas;
  private final IdempotentRequests requests;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;

  ExpiredTracesTest(
      ExpiredTraces traces,
      ApiTokens tokens,
      VerificationCodes codes,
      CaptchaService captchas,
      IdempotentRequests requests,
      TestAccounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.traces = traces;
    this.tokens = tokens;
    this.codes = codes;
    this.captchas = captchas;
    this.requests = requests;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void what_has_expired_goes_and_what_counts_stays() {
    Actor actor = accounts.applicant();
    leaveTraces(actor);
    clock.advance(Duration.ofDays(2));
    String token = tokens.issue(actor).token();
    leaveTraces(actor);

    traces.remove();

    assertThat(dsl.fetchCount(API_TOKEN)).isEqualTo(2);
    assertThat(dsl.fetchCount(VERIFICATION_CODE)).isOne();
    assertThat(dsl.fetchCount(THROTTLE)).isEqualTo(4);
    assertThat(dsl.fetchCount(IDEMPOTENCY)).isOne();
    assertThat(tokens.resolve(token)).contains(actor);
    assertThat(traces.remove()).isZero();
  }

  private void leaveTraces(Actor actor) {
    tokens.issue(actor);
    codes.request(VerificationPurpose.REGISTER, Fresh.phone(), Fresh.ip());
    captchas.check(captchas.token("HKT47"), "HKT47");
    requests.run(
        actor.accountId(), Fresh.username(), new byte[32], () -> new StoredResponse(204, null));
  }
}
