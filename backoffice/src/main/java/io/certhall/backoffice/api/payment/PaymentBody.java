package io.certhall.backoffice.api.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentState;
import io.certhall.processes.payment.TransferAccount;
import io.certhall.processes.payment.VoucherView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay.
 *
 * @param paymentNo the number the provider knows
 * @param codeUrl text of the QR code, while it can be paid
 * @param account where a transfer goes, and the remark to quote
 * @param vouchers of a transfer
 * @param reason why finance refused a transfer's vouchers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentBody(
    String paymentNo,
    String orderNo,
    PaymentMethod method,
    long amountFen,
    PaymentState state,
    @Nullable String codeUrl,
    @Nullable TransferAccount account,
    @Nullable List<VoucherView> vouchers,
    @Nullable String reason,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant paidAt) {

  static PaymentBody of(
      Payment payment, @Nullable TransferAccount account, @Nullable List<VoucherView> vouchers) {
    return new PaymentBody(
        payment.paymentNo(),
        payment.orderNo(),
        payment.method(),
        payment.amountFen(),
        payment.state(),
        payment.state() == PaymentState.OPEN ? payment.codeUrl() : null,
        account,
        vouchers,
        payment.refusalReason(),
        payment.createdAt(),
        payment.expiresAt(),
        payment.paidAt());
  }
}
