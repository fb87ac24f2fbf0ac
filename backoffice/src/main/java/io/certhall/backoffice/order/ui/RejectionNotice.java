package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.review.Rejections.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Why an order was rejected: every reason at once, each with the way to its field. */
final class RejectionNotice {

  private RejectionNotice() {}

  /**
   * @param repair leads to the field of a path
   */
  static Optional<ErrorSummary> of(List<Rejection> reasons, Order order, Consumer<String> repair) {
    if (order.state() != OrderState.REJECTED || reasons.isEmpty()) {
      return Optional.empty();
    }
    ErrorSummary summary = new ErrorSummary();
    summary.showQuietly(
        Texts.of("order.rejected"),
        reasons.stream()
            .map(
                reason ->
                    new ErrorSummary.Line(
                        line(reason),
                        reason.field().isEmpty() ? null : () -> repair.accept(reason.field())))
            .toList());
    return Optional.of(summary);
  }

  /** Reviewers often name the field themselves. */
  private static String line(Rejection reason) {
    String label = ProblemLabels.label(reason.field());
    return label.isEmpty() || reason.text().startsWith(label)
        ? reason.text()
        : Texts.of("shell.fieldError", label, reason.text());
  }
}
