package io.certhall.processes.order.query;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders shows; null or empty means any.
 *
 * @param text part of the order number or of the applicant's name
 */
public record OrderFilter(
    @Nullable String hall,
    @Nullable Service service,
    Set<OrderState> states,
    @Nullable PayStatus payStatus,
    @Nullable String text) {

  public static final OrderFilter ALL = new OrderFilter(null, null, Set.of(), null, null);

  public OrderFilter withHall(@Nullable String value) {
    return new OrderFilter(value, service, states, payStatus, text);
  }

  public OrderFilter withService(@Nullable Service value) {
    return new OrderFilter(hall, value, states, payStatus, text);
  }

  public OrderFilter withStates(Set<OrderState> value) {
    return new OrderFilter(hall, service, value, payStatus, text);
  }

  public OrderFilter withText(@Nullable String value) {
    return new OrderFilter(hall, service, states, payStatus, value);
  }
}
