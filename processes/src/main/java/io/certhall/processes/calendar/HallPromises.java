package io.certhall.processes.calendar;

import static io.certhall.db.generated.Tables.ORDER_EVENT;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.task.PromisedTime;
import io.certhall.processes.task.TaskQueue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a hall promises in working days: to review, to ship, to invoice. */
@Service
public class HallPromises implements PromisedTime {

  /**
   * Where the clock of shipping starts anew: money came, or the applicant had to mend something.
   */
  private static final List<String> SHIPPING_STARTS =
      List.of(
          OrderEventKind.SUBMITTED.name(),
          OrderEventKind.RESUBMITTED.name(),
          OrderEventKind.PAID.name(),
          OrderEventKind.KEY_RECEIVED.name());

  private final WorkingDays days;
  private final PublishedPolicies policies;
  private final DSLContext dsl;

  HallPromises(WorkingDays days, PublishedPolicies policies, DSLContext dsl) {
    this.days = days;
    this.policies = policies;
    this.dsl = dsl;
  }

  @Override
  public @Nullable Instant due(Order order, TaskQueue queue, Instant arrivedAt) {
    HallSettings hall = policies.under(order.hall(), order.policyVersionId()).settings();
    return switch (queue) {
      case REVIEW -> review(hall, arrivedAt).orElse(null);
      case DISPATCH ->
          hall.calendar().shippingCutoff() == null
              ? null
              : shippingDay(hall, shippingStart(order, arrivedAt))
                  .map(WorkingDays::endOf)
                  .orElse(null);
      default -> null;
    };
  }

  /** By when a review that begins now is promised. */
  public Optional<Instant> review(HallSettings hall, Instant from) {
    Integer promise = hall.calendar().reviewWorkingDays();
    return promise == null ? Optional.empty() : Optional.of(days.plus(from, promise));
  }

  /**
   * The day on which what was paid then is sent: the same working day when it was paid before the
   * hall's hour, else the next one. An hour at the end of the working hours means that it was paid
   * while the hall was open (G-38).
   */
  public Optional<LocalDate> shippingDay(HallSettings hall, Instant paidAt) {
    String cutoff = hall.calendar().shippingCutoff();
    if (cutoff == null) {
      return Optional.empty();
    }
    ZonedDateTime paid = paidAt.atZone(WorkingDays.CHINA);
    boolean inTime =
        endsTheDay(hall, cutoff)
            ? isOpen(hall, paidAt)
            : days.isWorkingDay(paid.toLocalDate())
                && paid.toLocalTime().isBefore(LocalTime.parse(cutoff));
    return Optional.of(inTime ? paid.toLocalDate() : days.next(paid.toLocalDate()));
  }

  /** The end of the day by which an invoice asked for now is promised. */
  public Instant invoice(HallSettings hall, Instant requestedAt) {
    LocalDate asked = LocalDate.ofInstant(requestedAt, WorkingDays.CHINA);
    return WorkingDays.endOf(days.plus(asked, hall.calendar().invoiceWorkingDays()));
  }

  /** Whether people of the hall are at work. */
  public boolean isOpen(HallSettings hall, Instant at) {
    ZonedDateTime local = at.atZone(WorkingDays.CHINA);
    return days.isWorkingDay(local.toLocalDate())
        && hall.calendar().workingHours().stream()
            .anyMatch(span -> contains(span, local.toLocalTime()));
  }

  private static boolean endsTheDay(HallSettings hall, String cutoff) {
    List<String> spans = hall.calendar().workingHours();
    return !spans.isEmpty()
        && LocalTime.parse(spans.getLast().split("-", 2)[1]).equals(LocalTime.parse(cutoff));
  }

  private static boolean contains(String span, LocalTime time) {
    String[] ends = span.split("-", 2);
    return !time.isBefore(LocalTime.parse(ends[0])) && time.isBefore(LocalTime.parse(ends[1]));
  }

  private Instant shippingStart(Order order, Instant otherwise) {
    Instant last =
        dsl.select(DSL.max(ORDER_EVENT.AT))
            .from(ORDER_EVENT)
            .where(ORDER_EVENT.ORDER_NO.eq(order.orderNo()), ORDER_EVENT.KIND.in(SHIPPING_STARTS))
            .fetchOne(row -> row.value1());
    return last == null ? otherwise : last;
  }
}
