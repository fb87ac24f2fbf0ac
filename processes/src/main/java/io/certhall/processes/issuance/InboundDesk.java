package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.INBOUND_KEY;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.medium.MediumCustody;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys that applicants send in: announced with a tracking number, received with their serials. */
@Service
public class InboundDesk {

  private static final Pattern TRACKING_NO = Pattern.compile("[A-Za-z0-9-]{6,40}");
  private static final int LONGEST_CARRIER = 60;

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final CertificateRegister register;
  private final UpdateNotices notices;
  private final OrderHistory history;
  private final AuditLog audit;
  private final MediumCustody custody;
  private final Clock clock;

  InboundDesk(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      CertificateRegister register,
      UpdateNotices notices,
      OrderHistory history,
      AuditLog audit,
      MediumCustody custody,
      Clock clock) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.register = register;
    this.notices = notices;
    this.history = history;
    this.audit = audit;
    this.custody = custody;
    this.clock = clock;
  }

  /** What is known of a key on its way. */
  public record Inbound(
      @Nullable String carrier,
      @Nullable String trackingNo,
      @Nullable Instant announcedAt,
      @Nullable String mediumSerial,
      @Nullable Instant receivedAt) {}

  /** The caller has checked that the order is visible. */
  public Optional<Inbound> of(String orderNo) {
    return dsl.select(
            INBOUND_KEY.CARRIER,
            INBOUND_KEY.TRACKING_NO,
            INBOUND_KEY.ANNOUNCED_AT,
            INBOUND_KEY.MEDIUM_SERIAL,
            INBOUND_KEY.RECEIVED_AT)
        .from(INBOUND_KEY)
        .where(INBOUND_KEY.ORDER_NO.eq(orderNo))
        .fetchOptional(org.jooq.Records.mapping(Inbound::new));
  }

  /**
   * The applicant has sent his key; told again, the last word counts.
   *
   * @throws Refusal NOT_FOUND for another's order, CONFLICT when no key is awaited
   */
  @Transactional
  public void announce(
      Actor actor, String orderNo, @Nullable String carrier, @Nullable String trackingNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (tasks.waiting(orderNo, TaskQueue.INBOUND).isEmpty()) {
      throw Refusal.conflict("NO_KEY_AWAITED");
    }
    List<Problem> problems = new ArrayList<>();
    if (carrier == null || carrier.isBlank()) {
      problems.add(Problem.of("carrier", "FIELD_REQUIRED"));
    } else if (carrier.length() > LONGEST_CARRIER) {
      problems.add(Problem.of("carrier", "TEXT_TOO_LONG", LONGEST_CARRIER));
    }
    if (trackingNo == null || !TRACKING_NO.matcher(trackingNo.strip()).matches()) {
      problems.add(Problem.of("trackingNo", "TRACKING_NO_INVALID"));
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    Instant now = clock.instant();
    String by = Objects.requireNonNull(carrier).strip();
    String number = Objects.requireNonNull(trackingNo).strip();
    dsl.insertInto(INBOUND_KEY)
        .set(INBOUND_KEY.ORDER_NO, orderNo)
        .set(INBOUND_KEY.CARRIER, by)
        .set(INBOUND_KEY.TRACKING_NO, number)
        .set(INBOUND_KEY.ANNOUNCED_AT, now)
        .onDuplicateKeyUpdate()
        .set(INBOUND_KEY.CARRIER, by)
        .set(INBOUND_KEY.TRACKING_NO, number)
        .set(INBOUND_KEY.ANNOUNCED_AT, now)
        .execute();
    append(actor, order, null, OrderEventKind.KEY_ANNOUNCED, by + " " + number);
  }

  /**
   * Staff have the key in hand.
   *
   * @param serials printed on the keys, or serials of the certificates on them; several separated
   *     by commas or spaces
   * @throws Refusal RULE KEY_MISMATCH when a key of the order is not among them
   */
  @Transactional
  public void receive(Actor actor, long taskId, @Nullable String serials) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.INBOUND || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    if (serials == null || serials.isBlank()) {
      throw Refusal.rule("mediumSerial", "FIELD_REQUIRED");
    }
    List<String> given = Arrays.asList(serials.strip().split("[\\s,，;；]+"));
    Order order = orders.locked(task.orderNo());
    List<String> media = new ArrayList<>();
    for (HeldCertificate certificate : certificates(order)) {
      if (!given.contains(certificate.serial())
          && !given.contains(String.valueOf(certificate.mediumSerial()))) {
        throw Refusal.rule(
            "mediumSerial",
            "KEY_MISMATCH",
            certificate.mediumSerial() == null ? certificate.serial() : certificate.mediumSerial());
      }
      if (certificate.mediumSerial() != null) {
        media.add(certificate.mediumSerial());
      }
    }
    custody.returned(actor, order, media);
    String known = String.join(",", given);
    String stored = known.length() <= 700 ? known : known.substring(0, 700);
    Instant now = clock.instant();
    dsl.insertInto(INBOUND_KEY)
        .set(INBOUND_KEY.ORDER_NO, order.orderNo())
        .set(INBOUND_KEY.MEDIUM_SERIAL, stored)
        .set(INBOUND_KEY.RECEIVED_AT, now)
        .set(INBOUND_KEY.RECEIVED_BY, actor.accountId())
        .onDuplicateKeyUpdate()
        .set(INBOUND_KEY.MEDIUM_SERIAL, stored)
        .set(INBOUND_KEY.RECEIVED_AT, now)
        .set(INBOUND_KEY.RECEIVED_BY, actor.accountId())
        .execute();
    append(actor, order, task.elementId(), OrderEventKind.KEY_RECEIVED, stored);
    audit.record(actor, "key.received", "order", order.orderNo(), order.hall(), stored);
    notices.received(order, stored);
    tasks.complete(actor, task, order, "RECEIVED", Map.of());
  }

  private List<HeldCertificate> certificates(Order order) {
    List<String> serials =
        orders.items(order.orderNo()).stream()
            .map(Order.Item::certificateSerial)
            .filter(Objects::nonNull)
            .toList();
    return serials.isEmpty() ? List.of() : List.copyOf(register.all(serials).values());
  }

  private void append(
      Actor actor, Order order, @Nullable String elementId, OrderEventKind kind, String note) {
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            clock.instant(),
            kind,
            order.state(),
            order.round(),
            elementId,
            actor,
            note));
  }
}
