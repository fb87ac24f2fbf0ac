package io.certhall.backoffice.support;

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
import io.certhall.processes.payment.RefundOrder;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;

/** A provider in memory: money arrives when the test says so. */
@Primary
public class TestMerchant implements PaymentGateways, PaymentGateway {

  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private final Map<String, Instant> paid = new ConcurrentHashMap<>();

  /** The payer has confirmed on the phone. */
  public void pay(String paymentNo) {
    paid.put(paymentNo, Instant.now());
  }

  @Override
  public PaymentGateway of(String hall, PaymentMethod method) {
    return this;
  }

  @Override
  public URI notifyUrl(String hall, PaymentMethod method) {
    return URI.create("https://hall.example/callbacks/wechatpay/" + hall);
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.WECHAT;
  }

  @Override
  public PrepayResult prepay(PrepayOrder order) {
    asked.put(order.paymentNo(), order.amountFen());
    return new PrepayResult("weixin://wxpay/bizpayurl?pr=" + order.paymentNo(), null);
  }

  @Override
  public ProviderPayment query(String paymentNo) {
    Instant at = paid.get(paymentNo);
    return at == null
        ? new ProviderPayment(paymentNo, ProviderPaymentState.NOT_PAID, null, 0, null)
        : new ProviderPayment(
            paymentNo,
            ProviderPaymentState.PAID,
            "42000" + paymentNo,
            asked.getOrDefault(paymentNo, 0L),
            at);
  }

  @Override
  public void close(String paymentNo) {
    asked.remove(paymentNo);
  }

  @Override
  public ProviderRefund refund(RefundOrder order) {
    throw new UnsupportedOperationException("no test of the views refunds");
  }

  @Override
  public ProviderRefund queryRefund(String paymentNo, String refundNo) {
    throw new UnsupportedOperationException("no test of the views refunds");
  }

  @Override
  public PaymentNotification parseNotification(NotificationRequest request) {
    throw new UnsupportedOperationException("no test of the views is notified");
  }
}
