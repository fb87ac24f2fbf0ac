package io.certhall.backoffice.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of orders.
 *
 * @param mover who acts next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderSummary(
    String orderNo,
    String hall,
    Service service,
    String applicantName,
    OrderState state,
    PayStatus payStatus,
    ReviewStatus reviewStatus,
    DeliveryStatus deliveryStatus,
    InvoiceStatus invoiceStatus,
    long totalFen,
    OrderState.Mover mover,
    @Nullable String invoiceTitle,
    Instant createdAt,
    Instant stateSince) {

  static OrderSummary of(OrderRow row) {
    return new OrderSummary(
        row.orderNo(),
        row.hall(),
        row.service(),
        row.applicantName(),
        row.state(),
        row.payStatus(),
        row.reviewStatus(),
        row.deliveryStatus(),
        row.invoiceStatus(),
        row.totalFen(),
        row.state().mover(),
        row.invoiceTitle(),
        row.createdAt(),
        row.stateSince());
  }
}
