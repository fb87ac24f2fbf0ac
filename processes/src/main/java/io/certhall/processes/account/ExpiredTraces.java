package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.API_TOKEN;
import static io.certhall.db.generated.Tables.IDEMPOTENCY;
import static io.certhall.db.generated.Tables.THROTTLE;
import static io.certhall.db.generated.Tables.VERIFICATION_CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes tokens, codes, counters and remembered answers that no longer mean anything. */
@Service
public class ExpiredTraces {

  /** Longer than the longest throttling window. */
  private static final Duration COUNTERS = Duration.ofDays(2);

  private final DSLContext dsl;
  private final Clock clock;

  ExpiredTraces(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** To be called now and then; returns the number of rows removed. */
  @Transactional
  public int remove() {
    Instant now = clock.instant();
    return dsl.deleteFrom(API_TOKEN).where(API_TOKEN.EXPIRES_AT.le(now)).execute()
        + dsl.deleteFrom(VERIFICATION_CODE).where(VERIFICATION_CODE.EXPIRES_AT.le(now)).execute()
        + dsl.deleteFrom(THROTTLE)
            .where(THROTTLE.WINDOW_STARTED_AT.le(now.minus(COUNTERS)))
            .and(THROTTLE.BLOCKED_UNTIL.isNull().or(THROTTLE.BLOCKED_UNTIL.le(now)))
            .execute()
        + dsl.deleteFrom(IDEMPOTENCY)
            .where(IDEMPOTENCY.CREATED_AT.le(now.minus(IdempotentRequests.MEMORY)))
            .execute();
  }
}
