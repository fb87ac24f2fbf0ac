package io.certhall.processes.order.query;

import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.order.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of an order list. */
public record OrderRow(
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
    @Nullable String invoiceTitle,
    Instant createdAt,
    Instant stateSince) {}
