package io.certhall.workers.lifecycle;

import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentGateway;
import io.certhall.processes.payment.PaymentGateways;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.PrepayOrder;
import io.certhall.processes.payment.PrepayResult;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefund;
import io.certhall.processes.payment.ProviderRefundState;
import io.certhall.processes.payment.RefundOrder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider behind the port that remembers what it was asked; the protocol has its own tests. */
class InstantPayments implements PaymentGateways, PaymentGateway {

  final List<RefundOrder> refunds = new CopyOnWriteArrayList<>();

  @Override
  public PaymentGateway of(String hall, PaymentMethod method) {
    return this;
  }

  @Override
  public URI notifyUrl(String hall, PaymentMethod method) {
    return URI.create("http://127.0.0.1/callbacks/wechatpay/" + hall);
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.WECHAT;
  }

  @Override
  public PrepayResult prepay(PrepayOrder order) {
    return new PrepayResult("weixin://wxpay/bizpayurl?pr=" + order.paymentNo(), null);
  }

  @Override
  public ProviderPayment query(String paymentNo) {
    return new ProviderPayment(paymentNo, ProviderPaymentState.NOT_PAID, null, 0, null);
  }

  @Override
  public void close(String paymentNo) {}

  @Override
  public ProviderRefund refund(RefundOrder order) {
    refunds.add(order);
    return new ProviderRefund(
        order.refundNo(),
        ProviderRefundState.SUCCESS,
        "W" + order.refundNo(),
        order.refundFen(),
        Instant.now());
  }

  @Override
  public ProviderRefund queryRefund(String paymentNo, String refundNo) {
    return new ProviderRefund(refundNo, ProviderRefundState.NOT_FOUND, null, 0, null);
  }

  @Override
  public PaymentNotification parseNotification(NotificationRequest request) {
    throw new IllegalStateException("not used here");
  }
}
