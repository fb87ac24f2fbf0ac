package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages to an account inside the hall, newest first. Everyone sees his own only. */
@Service
public class Inbox {

  private final DSLContext dsl;
  private final NotificationContents contents;
  private final Clock clock;

  Inbox(DSLContext dsl, NotificationContents contents, Clock clock) {
    this.dsl = dsl;
    this.contents = contents;
    this.clock = clock;
  }

  public int unread(Actor actor) {
    return dsl.fetchCount(NOTIFICATION, own(actor).and(NOTIFICATION.READ_AT.isNull()));
  }

  /**
   * A page.
   *
   * @param after id of the last message of the page before, 0 for the first
   */
  public List<InboxMessage> page(Actor actor, boolean unreadOnly, long after, int limit) {
    return dsl.select(
            NOTIFICATION.ID,
            NOTIFICATION.HALL,
            NOTIFICATION.MESSAGE_ID,
            NOTIFICATION.ORDER_NO,
            NOTIFICATION.PARAMS_ENC,
            NOTIFICATION.CREATED_AT,
            NOTIFICATION.READ_AT)
        .from(NOTIFICATION)
        .where(own(actor))
        .and(unreadOnly ? NOTIFICATION.READ_AT.isNull() : noCondition())
        .and(after <= 0 ? noCondition() : NOTIFICATION.ID.lt(after))
        .orderBy(NOTIFICATION.ID.desc())
        .limit(Math.clamp(limit, 1, 200))
        .fetch(
            row -> {
              NotificationContent content = contents.open(row.value5());
              return new InboxMessage(
                  row.value1(),
                  row.value2(),
                  row.value3(),
                  row.value4(),
                  content.zh(),
                  content.en(),
                  row.value6(),
                  row.value7());
            });
  }

  public int count(Actor actor, boolean unreadOnly) {
    return unreadOnly ? unread(actor) : dsl.fetchCount(NOTIFICATION, own(actor));
  }

  /**
   * Marks a message as read; the first time counts.
   *
   * @throws Refusal NOT_FOUND when it is not the actor's
   */
  @Transactional
  public void markRead(Actor actor, long id) {
    if (!dsl.fetchExists(NOTIFICATION, own(actor).and(NOTIFICATION.ID.eq(id)))) {
      throw Refusal.notFound("MESSAGE_UNKNOWN");
    }
    read(own(actor).and(NOTIFICATION.ID.eq(id)));
  }

  @Transactional
  public void markAllRead(Actor actor) {
    read(own(actor));
  }

  private void read(Condition which) {
    dsl.update(NOTIFICATION)
        .set(NOTIFICATION.READ_AT, clock.instant())
        .where(which, NOTIFICATION.READ_AT.isNull())
        .execute();
  }

  private static Condition own(Actor actor) {
    return NOTIFICATION.ACCOUNT_ID.eq(actor.accountId()).and(NOTIFICATION.CHANNEL.eq("IN_APP"));
  }
}
