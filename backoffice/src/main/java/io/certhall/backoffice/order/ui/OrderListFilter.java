package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Address;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the applicant's list shows, as its address says it. */
record OrderListFilter(
    OrderGroup group,
    @Nullable OrderState state,
    @Nullable Service service,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String text) {

  static final OrderListFilter ALL =
      new OrderListFilter(OrderGroup.ALL, null, null, null, null, "");

  static OrderListFilter of(Address address) {
    return new OrderListFilter(
        address.word("group", OrderGroup.class).orElse(OrderGroup.ALL),
        address.word("state", OrderState.class).orElse(null),
        address.word("service", Service.class).orElse(null),
        address.day("from").orElse(null),
        address.day("to").orElse(null),
        address.text("q"));
  }

  Address address() {
    return new Address()
        .put("group", group == OrderGroup.ALL ? null : group)
        .put("state", state)
        .put("service", service)
        .put("from", from)
        .put("to", to)
        .put("q", text);
  }

  /** Days are Chinese days; the last one is part of the range. */
  OrderFilter query() {
    return new OrderFilter(
        null,
        service,
        state == null ? group.states() : Set.of(state),
        null,
        text,
        start(from),
        start(to == null ? null : to.plusDays(1)));
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Times.ZONE).toInstant();
  }
}
