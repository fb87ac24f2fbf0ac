package io.certhall.processes.announcement;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.ORDER_AGREEMENT;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells who holds a certificate under an earlier version of an agreement that it has changed
 * (MSG-58), each version once. Who disagrees has fifteen days to ask for revocation (GX-67).
 */
@Service
public class AgreementNotices {

  static final Period TO_DISAGREE = Period.ofDays(15);

  private static final String MESSAGE = "MSG-58";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final Notifications notifications;
  private final Clock clock;

  AgreementNotices(
      DSLContext dsl, PublishedPolicies policies, Notifications notifications, Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * @param batch how many at most per agreement
   * @return how many were told
   */
  @Transactional
  public int tell(int batch) {
    int told = 0;
    for (PublishedPolicy policy : policies.active()) {
      if (policy.messages().find(MESSAGE).isPresent()) {
        for (HallSettings.Agreement agreement : policy.settings().agreements()) {
          told += tell(policy.hall(), agreement, batch);
        }
      }
    }
    return told;
  }

  private int tell(String hall, HallSettings.Agreement agreement, int batch) {
    String event = MESSAGE + ":" + hall + ":" + agreement.code() + ":" + agreement.version() + ":";
    List<Long> holders = holders(hall, agreement, event, batch);
    String deadline = DAY.format(clock.instant().atZone(CHINA).toLocalDate().plus(TO_DISAGREE));
    for (Long holder : holders) {
      notifications.toAccount(
          hall, MESSAGE, event + holder, holder, null, Map.of("deadline", deadline));
    }
    return holders.size();
  }

  /** With a certificate in force, issued under another version, and not told yet. */
  private List<Long> holders(
      String hall, HallSettings.Agreement agreement, String event, int batch) {
    Instant now = clock.instant();
    return dsl.selectDistinct(CERTIFICATE.ACCOUNT_ID)
        .from(CERTIFICATE)
        .join(ORDER_AGREEMENT)
        .on(ORDER_AGREEMENT.ORDER_NO.eq(CERTIFICATE.ORDER_NO))
        .where(
            CERTIFICATE.HALL.eq(hall),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"),
            CERTIFICATE.STATE.in("NORMAL", "LOCKED"),
            CERTIFICATE.NOT_AFTER.gt(now),
            ORDER_AGREEMENT.CODE.eq(agreement.code()),
            ORDER_AGREEMENT.VERSION.ne(agreement.version()),
            DSL.notExists(
                dsl.selectOne()
                    .from(NOTIFICATION)
                    .where(
                        NOTIFICATION.ACCOUNT_ID.eq(CERTIFICATE.ACCOUNT_ID),
                        NOTIFICATION.DEDUPE_KEY.eq(
                            DSL.concat(
                                DSL.inline(event),
                                CERTIFICATE.ACCOUNT_ID.cast(String.class),
                                DSL.inline(":IN_APP"))))))
        .limit(batch)
        .fetch(CERTIFICATE.ACCOUNT_ID);
  }
}
