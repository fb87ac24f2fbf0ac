package io.certhall.processes.announcement;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.UPDATE_REQUEST;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The CA asks the holders of its certificates to update them within a stated deadline, for
 * technical reasons (GX-61, MSG-57). Everyone with a certificate of that time is told once.
 */
@Service
public class UpdateRequests {

  private static final String MESSAGE = "MSG-57";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_DAYS = 366;

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PublishedPolicies policies;
  private final Notifications notifications;
  private final Orders orders;
  private final AuditLog audit;
  private final Clock clock;

  UpdateRequests(
      DSLContext dsl,
      NewRecords newRecords,
      PublishedPolicies policies,
      Notifications notifications,
      Orders orders,
      AuditLog audit,
      Clock clock) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.policies = policies;
    this.notifications = notifications;
    this.orders = orders;
    this.audit = audit;
    this.clock = clock;
  }

  /** A request, with how many certificates still have to be updated because of it. */
  public record UpdateRequest(
      long id, String hall, LocalDate deadline, String reason, Instant requestedAt, int open) {}

  /** Halls whose policy has words for such a request. */
  public List<String> halls() {
    return policies.active().stream()
        .filter(policy -> policy.messages().find(MESSAGE).isPresent())
        .map(policy -> policy.hall())
        .toList();
  }

  /**
   * @param deadline a day from tomorrow within a year
   * @param reason for the hall's own record
   * @return its number
   * @throws Refusal FORBIDDEN for others than managers, RULE with all problems at once
   */
  @Transactional
  public long request(
      Actor actor, @Nullable String hall, @Nullable LocalDate deadline, @Nullable String reason) {
    actor.require(Role.MANAGER);
    FormCheck check = new FormCheck();
    if (hall == null || !halls().contains(hall)) {
      check.refuse("hall", "UPDATE_REQUEST_HALL");
    }
    LocalDate today = today();
    if (deadline == null) {
      check.refuse("deadline", "FIELD_REQUIRED");
    } else if (!deadline.isAfter(today) || deadline.isAfter(today.plusDays(LONGEST_DAYS))) {
      check.refuse("deadline", "UPDATE_REQUEST_DEADLINE");
    }
    String words = check.text("reason", reason, LONGEST_REASON);
    check.refuseUnlessClean();
    var row = newRecords.of(UPDATE_REQUEST);
    row.setHall(hall)
        .setDeadline(deadline)
        .setReason(words)
        .setRequestedBy(actor.accountId())
        .setRequestedAt(clock.instant())
        .insert();
    audit.record(
        actor,
        "certificate.update-requested",
        "update-request",
        row.getId().toString(),
        hall,
        deadline + ", " + words);
    return row.getId();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<UpdateRequest> all(Actor actor) {
    actor.require(Role.MANAGER);
    return dsl.select(
            UPDATE_REQUEST.ID,
            UPDATE_REQUEST.HALL,
            UPDATE_REQUEST.DEADLINE,
            UPDATE_REQUEST.REASON,
            UPDATE_REQUEST.REQUESTED_AT,
            DSL.field(
                dsl.selectCount()
                    .from(CERTIFICATE)
                    .where(
                        CERTIFICATE.HALL.eq(UPDATE_REQUEST.HALL),
                        inForce(clock.instant()),
                        CERTIFICATE.ISSUED_AT.lt(UPDATE_REQUEST.REQUESTED_AT))))
        .from(UPDATE_REQUEST)
        .orderBy(UPDATE_REQUEST.ID.desc())
        .fetch(
            row ->
                new UpdateRequest(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  private record Asked(String serial, String name, String orderNo, long accountId) {}

  /**
   * @param batch how many at most per request
   * @return how many were told
   */
  @Transactional
  public int tell(int batch) {
    int told = 0;
    var requests =
        dsl.select(
                UPDATE_REQUEST.ID,
                UPDATE_REQUEST.HALL,
                UPDATE_REQUEST.DEADLINE,
                UPDATE_REQUEST.REQUESTED_AT)
            .from(UPDATE_REQUEST)
            .where(UPDATE_REQUEST.DEADLINE.ge(today()))
            .orderBy(UPDATE_REQUEST.ID)
            .fetch();
    for (var request : requests) {
      String event = MESSAGE + ":" + request.value1() + ":";
      for (Asked asked : asked(request.value2(), request.value4(), event, batch)) {
        notifications.toAccount(
            request.value2(),
            MESSAGE,
            event + asked.serial(),
            asked.accountId(),
            phone(asked.orderNo()),
            Map.of("deadline", DAY.format(request.value3()), "certName", asked.name()));
        told++;
      }
    }
    return told;
  }

  private List<Asked> asked(String hall, Instant requestedAt, String event, int batch) {
    return dsl.select(
            CERTIFICATE.SERIAL,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.ORDER_NO,
            CERTIFICATE.ACCOUNT_ID)
        .from(CERTIFICATE)
        .where(
            CERTIFICATE.HALL.eq(hall),
            inForce(clock.instant()),
            CERTIFICATE.ISSUED_AT.lt(requestedAt),
            DSL.notExists(
                dsl.selectOne()
                    .from(NOTIFICATION)
                    .where(
                        NOTIFICATION.DEDUPE_KEY.eq(
                            DSL.concat(
                                DSL.inline(event), CERTIFICATE.SERIAL, DSL.inline(":IN_APP"))))))
        .orderBy(CERTIFICATE.SERIAL)
        .limit(batch)
        .fetch(row -> new Asked(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private static Condition inForce(Instant now) {
    return CERTIFICATE
        .KEY_USAGE
        .eq("SIGNING")
        .and(CERTIFICATE.STATE.in("NORMAL", "LOCKED"))
        .and(CERTIFICATE.NOT_AFTER.gt(now));
  }

  private LocalDate today() {
    return clock.instant().atZone(CHINA).toLocalDate();
  }

  private @Nullable String phone(String orderNo) {
    OrderForm.AgentForm agent = orders.contact(orderNo).agent();
    return agent == null ? null : agent.phone();
  }
}
