package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.NOTIFICATION;

import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Text messages waiting for the provider. Taking some leases them: should the sender die, they come
 * again when the lease ends, with the same idempotency key.
 */
@Component
public class SmsQueue {

  private static final int LONGEST_ERROR = 1000;

  private final DSLContext dsl;
  private final NotificationContents contents;
  private final PersonalData personalData;
  private final Clock clock;

  SmsQueue(DSLContext dsl, NotificationContents contents, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.contents = contents;
    this.personalData = personalData;
    this.clock = clock;
  }

  /** A cheap look, without locks. */
  public boolean isAnyDue() {
    return dsl.fetchExists(NOTIFICATION, due(clock.instant()));
  }

  /** Oldest first; what another sender is just taking is left to it. */
  @Transactional
  public List<PendingSms> take(int limit, Duration lease) {
    Instant now = clock.instant();
    List<PendingSms> taken =
        dsl.select(
                NOTIFICATION.ID,
                NOTIFICATION.HALL,
                NOTIFICATION.MESSAGE_ID,
                NOTIFICATION.PHONE_ENC,
                NOTIFICATION.PARAMS_ENC,
                NOTIFICATION.ATTEMPTS,
                NOTIFICATION.CREATED_AT)
            .from(NOTIFICATION)
            .where(due(now))
            .orderBy(NOTIFICATION.NEXT_ATTEMPT_AT, NOTIFICATION.ID)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(
                row -> {
                  NotificationContent content = contents.open(row.value5());
                  return new PendingSms(
                      row.value1(),
                      row.value2(),
                      row.value3(),
                      Objects.requireNonNull(
                          personalData.decrypt(Column.NOTIFICATION_PHONE, row.value4())),
                      content.zh(),
                      content.values(),
                      row.value6() + 1,
                      row.value7());
                });
    if (!taken.isEmpty()) {
      dsl.update(NOTIFICATION)
          .set(NOTIFICATION.NEXT_ATTEMPT_AT, now.plus(lease))
          .set(NOTIFICATION.ATTEMPTS, NOTIFICATION.ATTEMPTS.plus(1))
          .where(NOTIFICATION.ID.in(taken.stream().map(PendingSms::id).toList()))
          .execute();
    }
    return taken;
  }

  @Transactional
  public void sent(long id, String providerId) {
    dsl.update(NOTIFICATION)
        .set(NOTIFICATION.STATE, "SENT")
        .set(NOTIFICATION.PROVIDER_ID, providerId)
        .set(NOTIFICATION.SENT_AT, clock.instant())
        .setNull(NOTIFICATION.LAST_ERROR)
        .where(NOTIFICATION.ID.eq(id), NOTIFICATION.STATE.eq("PENDING"))
        .execute();
  }

  @Transactional
  public void retryLater(long id, Duration delay, String error) {
    dsl.update(NOTIFICATION)
        .set(NOTIFICATION.NEXT_ATTEMPT_AT, clock.instant().plus(delay))
        .set(NOTIFICATION.LAST_ERROR, shortened(error))
        .where(NOTIFICATION.ID.eq(id), NOTIFICATION.STATE.eq("PENDING"))
        .execute();
  }

  @Transactional
  public void failed(long id, String error) {
    dsl.update(NOTIFICATION)
        .set(NOTIFICATION.STATE, "FAILED")
        .set(NOTIFICATION.LAST_ERROR, shortened(error))
        .where(NOTIFICATION.ID.eq(id), NOTIFICATION.STATE.eq("PENDING"))
        .execute();
  }

  private static Condition due(Instant now) {
    return NOTIFICATION
        .STATE
        .eq("PENDING")
        .and(NOTIFICATION.NEXT_ATTEMPT_AT.le(now))
        .and(NOTIFICATION.CHANNEL.eq("SMS"));
  }

  private static String shortened(String error) {
    return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
  }
}
