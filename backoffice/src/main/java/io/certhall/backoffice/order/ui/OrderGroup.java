package io.certhall.backoffice.order.ui;

import io.certhall.processes.order.OrderState;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How an applicant sorts orders; words under {@code OrderGroup.<name>}. */
enum OrderGroup {
  ALL(state -> true),
  YOURS(state -> state.mover() == OrderState.Mover.APPLICANT),
  RUNNING(state -> !state.isEnded() && state.mover() != OrderState.Mover.APPLICANT),
  ENDED(OrderState::isEnded);

  private final Set<OrderState> states;

  OrderGroup(Predicate<OrderState> belongs) {
    this.states =
        Arrays.stream(OrderState.values()).filter(belongs).collect(Collectors.toUnmodifiableSet());
  }

  /** Empty means any. */
  Set<OrderState> states() {
    return this == ALL ? Set.of() : states;
  }
}
