package io.certhall.backoffice.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentFault;
import io.certhall.processes.payment.PaymentGateway;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.PrepayOrder;
import io.certhall.processes.payment.PrepayResult;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefund;
import io.certhall.processes.payment.ProviderRefundState;
import io.certhall.processes.payment.RefundOrder;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Native payments (a code to scan) of one merchant at WeChat Pay v3. */
public final class WeChatPayGateway implements PaymentGateway {

  static final String CNY = "CNY";

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Set<String> NO_SUCH_PAYMENT = Set.of("ORDER_NOT_EXIST", "ORDERNOTEXIST");
  private static final Set<String> NO_SUCH_REFUND =
      Set.of("RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXIST");
  private static final Set<String> CLOSED_ALREADY = Set.of("ORDER_CLOSED", "ORDERCLOSED");

  private final WeChatPaySettings settings;
  private final NativePayService payments;
  private final RefundService refunds;
  private final WeChatNotificationReader notifications;

  public WeChatPayGateway(WeChatPaySettings settings) {
    this(settings, Clock.systemUTC());
  }

  /**
   * @param clock only for the age of notifications; real time, as the provider's signature is
   */
  WeChatPayGateway(WeChatPaySettings settings, Clock clock) {
    this.settings = settings;
    RSAPublicKeyConfig config = WeChatPayClient.config(settings);
    HttpClient http = WeChatPayClient.create(settings, config);
    this.payments = new NativePayService.Builder().httpClient(http).build();
    this.refunds = new RefundService.Builder().httpClient(http).build();
    this.notifications = new WeChatNotificationReader(settings, config, clock);
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.WECHAT;
  }

  @Override
  public PrepayResult prepay(PrepayOrder order) {
    PrepayRequest request = new PrepayRequest();
    request.setAppid(settings.appId());
    request.setMchid(settings.merchantId());
    request.setOutTradeNo(order.paymentNo());
    request.setDescription(order.description());
    request.setNotifyUrl(order.notifyUrl().toString());
    request.setTimeExpire(
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            order.expiresAt().truncatedTo(ChronoUnit.SECONDS).atZone(SHANGHAI)));
    Amount amount = new Amount();
    amount.setTotal(Math.toIntExact(order.amountFen()));
    amount.setCurrency(CNY);
    request.setAmount(amount);
    return new PrepayResult(
        WeChatPayFaults.call(() -> payments.prepay(request)).getCodeUrl(), null);
  }

  @Override
  public ProviderPayment query(String paymentNo) {
    QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
    request.setMchid(settings.merchantId());
    request.setOutTradeNo(paymentNo);
    try {
      Transaction found = WeChatPayFaults.call(() -> payments.queryOrderByOutTradeNo(request));
      return WeChatAnswers.payment(found, paymentNo, settings);
    } catch (PaymentFault fault) {
      if (NO_SUCH_PAYMENT.contains(fault.code())) {
        return new ProviderPayment(paymentNo, ProviderPaymentState.NOT_FOUND, null, 0, null);
      }
      throw fault;
    }
  }

  @Override
  public void close(String paymentNo) {
    CloseOrderRequest request = new CloseOrderRequest();
    request.setMchid(settings.merchantId());
    request.setOutTradeNo(paymentNo);
    try {
      WeChatPayFaults.call(
          () -> {
            payments.closeOrder(request);
            return paymentNo;
          });
    } catch (PaymentFault fault) {
      if (!CLOSED_ALREADY.contains(fault.code())) {
        throw fault;
      }
    }
  }

  @Override
  public ProviderRefund refund(RefundOrder order) {
    CreateRequest request = new CreateRequest();
    request.setOutTradeNo(order.paymentNo());
    request.setOutRefundNo(order.refundNo());
    request.setReason(order.reason());
    AmountReq amount = new AmountReq();
    amount.setRefund(order.refundFen());
    amount.setTotal(order.totalFen());
    amount.setCurrency(CNY);
    request.setAmount(amount);
    return WeChatAnswers.refund(
        WeChatPayFaults.call(() -> refunds.create(request)), order.refundNo());
  }

  @Override
  public ProviderRefund queryRefund(String paymentNo, String refundNo) {
    QueryByOutRefundNoRequest request = new QueryByOutRefundNoRequest();
    request.setOutRefundNo(refundNo);
    try {
      return WeChatAnswers.refund(
          WeChatPayFaults.call(() -> refunds.queryByOutRefundNo(request)), refundNo);
    } catch (PaymentFault fault) {
      if (NO_SUCH_REFUND.contains(fault.code())) {
        return new ProviderRefund(refundNo, ProviderRefundState.NOT_FOUND, null, 0, null);
      }
      throw fault;
    }
  }

  @Override
  public PaymentNotification parseNotification(NotificationRequest request) {
    return notifications.read(request);
  }
}
