package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.THROTTLE;

import io.certhall.processes.privacy.PersonalData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts uses per subject (a user name, an address, a phone) in the database, so that every node
 * sees them and a restart forgets nothing. Subjects are stored as keyed hashes only. Needs an open
 * transaction: the row stays locked until its end, so parallel uses are counted one by one.
 */
@Component
public class Throttle {

  private final DSLContext dsl;
  private final PersonalData personalData;
  private final Clock clock;

  Throttle(DSLContext dsl, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.personalData = personalData;
    this.clock = clock;
  }

  /** Counts one use; returns how long to wait when the limit is reached, else zero. */
  public Duration use(ThrottleLimit limit, String subject) {
    Instant now = clock.instant();
    byte[] key = key(limit, subject);
    dsl.insertInto(THROTTLE, THROTTLE.THROTTLE_KEY, THROTTLE.FAILURES, THROTTLE.WINDOW_STARTED_AT)
        .values(key, 0, now)
        .onDuplicateKeyUpdate()
        .set(THROTTLE.FAILURES, THROTTLE.FAILURES)
        .execute();
    Counter counter = read(key, limit, now, true);
    if (!counter.blockedFor().isZero()) {
      return counter.blockedFor();
    }
    if (counter.uses() >= limit.uses()) {
      return Duration.between(now, counter.windowStartedAt().plus(limit.window()));
    }
    dsl.update(THROTTLE)
        .set(THROTTLE.FAILURES, counter.uses() + 1)
        .set(THROTTLE.WINDOW_STARTED_AT, counter.windowStartedAt())
        .setNull(THROTTLE.BLOCKED_UNTIL)
        .where(THROTTLE.THROTTLE_KEY.eq(key))
        .execute();
    return Duration.ZERO;
  }

  /** Uses in the running window. */
  public int uses(ThrottleLimit limit, String subject) {
    return read(key(limit, subject), limit, clock.instant(), false).uses();
  }

  /** Refuses every use for the given time. */
  void block(ThrottleLimit limit, String subject, Duration time) {
    dsl.update(THROTTLE)
        .set(THROTTLE.BLOCKED_UNTIL, clock.instant().plus(time))
        .where(THROTTLE.THROTTLE_KEY.eq(key(limit, subject)))
        .execute();
  }

  /** Takes one use back, because it turned out not to be of the counted kind. */
  void giveBack(ThrottleLimit limit, String subject) {
    dsl.update(THROTTLE)
        .set(THROTTLE.FAILURES, THROTTLE.FAILURES.minus(1))
        .where(THROTTLE.THROTTLE_KEY.eq(key(limit, subject)))
        .and(THROTTLE.FAILURES.gt(0))
        .execute();
  }

  void forget(ThrottleLimit limit, String subject) {
    dsl.deleteFrom(THROTTLE).where(THROTTLE.THROTTLE_KEY.eq(key(limit, subject))).execute();
  }

  private Counter read(byte[] key, ThrottleLimit limit, Instant now, boolean lock) {
    var query =
        dsl.select(THROTTLE.FAILURES, THROTTLE.WINDOW_STARTED_AT, THROTTLE.BLOCKED_UNTIL)
            .from(THROTTLE)
            .where(THROTTLE.THROTTLE_KEY.eq(key));
    Record3<Integer, Instant, @Nullable Instant> row =
        lock ? query.forUpdate().fetchOne() : query.fetchOne();
    if (row == null) {
      return new Counter(0, now, Duration.ZERO);
    }
    Instant blockedUntil = row.value3();
    if (blockedUntil != null) {
      return blockedUntil.isAfter(now)
          ? new Counter(row.value1(), row.value2(), Duration.between(now, blockedUntil))
          : new Counter(0, now, Duration.ZERO);
    }
    return row.value2().plus(limit.window()).isAfter(now)
        ? new Counter(row.value1(), row.value2(), Duration.ZERO)
        : new Counter(0, now, Duration.ZERO);
  }

  private byte[] key(ThrottleLimit limit, String subject) {
    return personalData.hash("throttle:" + limit.scope(), subject);
  }

  private record Counter(int uses, Instant windowStartedAt, Duration blockedFor) {}
}
