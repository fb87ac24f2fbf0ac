package io.certhall.processes.order.query;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders shows; null or empty means any.
 *
 * @param text part of the order number or of the applicant's name
 * @param from created at or after it
 * @param before created before it
 */
public record OrderFilter(
    @Nullable String hall,
    @Nullable Service service,
    Set<OrderState> states,
    @Nullable PayStatus payStatus,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant before) {

  public static final OrderFilter ALL =
      new OrderFilter(null, null, Set.of(), null, null, null, null);

  public OrderFilter withHall(@Nullable String value) {
    return new OrderFilter(value, service, states, payStatus, text, from, before);
  }

  public OrderFilter withService(@Nullable Service value) {
    return new OrderFilter(hall, value, states, payStatus, text, from, before);
  }

  public OrderFilter withStates(Set<OrderState> value) {
    return new OrderFilter(hall, service, value, payStatus, text, from, before);
  }

  public OrderFilter withText(@Nullable String value) {
    return new OrderFilter(hall, service, states, payStatus, value, from, before);
  }

  public OrderFilter withPayStatus(@Nullable PayStatus value) {
    return new OrderFilter(hall, service, states, value, text, from, before);
  }

  public OrderFilter created(@Nullable Instant start, @Nullable Instant end) {
    return new OrderFilter(hall, service, states, payStatus, text, start, end);
  }
}
