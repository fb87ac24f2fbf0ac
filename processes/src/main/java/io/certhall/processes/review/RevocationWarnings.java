package io.certhall.processes.review;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.notification.StepReminders;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Warns reviewers and managers when the hours in which a hall promises to revoke run out: those
 * after an approval, and while nobody has decided as many after the request, so that it is not
 * forgotten (AC-29).
 */
@Component
public class RevocationWarnings {

  static final Duration BEFORE = Duration.ofHours(4);
  static final String ELEMENT = "revocation-deadline";
  private static final String MESSAGE = "MSG-56";

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final StepReminders reminders;
  private final Clock clock;

  RevocationWarnings(
      DSLContext dsl, PublishedPolicies policies, StepReminders reminders, Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.reminders = reminders;
    this.clock = clock;
  }

  private record Open(
      String orderNo,
      String hall,
      int round,
      Instant since,
      @Nullable Instant dueBy,
      @Nullable Long versionId) {}

  /** May run as often as it likes: an order is warned of once a day. */
  public void warn() {
    Instant soon = clock.instant().plus(BEFORE);
    for (Open open : open()) {
      Instant limit = limit(open);
      if (limit != null && !limit.isAfter(soon)) {
        reminders.remind(open.orderNo(), open.round(), ELEMENT, MESSAGE, Set.of(Role.MANAGER));
      }
    }
  }

  private List<Open> open() {
    return dsl.select(
            CERTIFICATE_ORDER.ORDER_NO,
            CERTIFICATE_ORDER.HALL,
            CERTIFICATE_ORDER.ROUND,
            CERTIFICATE_ORDER.STATE_SINCE,
            CERTIFICATE_ORDER.DUE_BY,
            CERTIFICATE_ORDER.POLICY_VERSION_ID)
        .from(CERTIFICATE_ORDER)
        .where(
            CERTIFICATE_ORDER.STATE.eq(OrderState.REVIEW_PENDING.name()),
            CERTIFICATE_ORDER.SERVICE.eq(Service.REVOKE.name()))
        .orderBy(CERTIFICATE_ORDER.STATE_SINCE)
        .fetch(
            row ->
                new Open(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  private @Nullable Instant limit(Open open) {
    HallSettings.Deadline promise =
        policies
            .under(open.hall(), open.versionId())
            .settings()
            .service(Service.REVOKE.name())
            .map(HallSettings.ServiceOffer::deadline)
            .orElse(null);
    if (promise == null) {
      return null;
    }
    return open.dueBy() == null
        ? open.since().plus(Duration.ofHours(promise.doneHours()))
        : open.dueBy();
  }
}
