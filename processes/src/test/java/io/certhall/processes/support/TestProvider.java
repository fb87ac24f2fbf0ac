package io.certhall.processes.support;

import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentFault;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider behind the port that does what a test says; the protocols have their own tests. */
public class TestProvider implements PaymentGateways, PaymentGateway {

  private final List<RefundOrder> refunds = new CopyOnWriteArrayList<>();
  private final Map<String, ProviderRefundState> answers = new ConcurrentHashMap<>();

  /** Every request, repeated ones too. */
  public List<RefundOrder> refunds(String refundNo) {
    return refunds.stream().filter(refund -> refund.refundNo().equals(refundNo)).toList();
  }

  /** What is answered about this refund from now on; NOT_FOUND stands for no answer at all. */
  public void answer(String refundNo, ProviderRefundState state) {
    answers.put(refundNo, state);
  }

  @Override
  public PaymentGateway of(String hall, PaymentMethod method) {
    return this;
  }

  @Override
  public URI notifyUrl(String hall, PaymentMethod method) {
    return URI.create("http://127.0.0.1/callbacks/" + hall);
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.WECHAT;
  }

  @Override
  public PrepayResult prepay(PrepayOrder order) {
    return new PrepayResult("code:" + order.paymentNo(), null);
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
    ProviderRefundState state = answers.getOrDefault(order.refundNo(), ProviderRefundState.SUCCESS);
    if (state == ProviderRefundState.NOT_FOUND) {
      throw PaymentFault.passing("SYSTEM_ERROR", "try later", null);
    }
    return new ProviderRefund(
        order.refundNo(), state, "P" + order.refundNo(), order.refundFen(), Instant.now());
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
