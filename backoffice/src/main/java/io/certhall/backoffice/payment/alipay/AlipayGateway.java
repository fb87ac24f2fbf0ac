package io.certhall.backoffice.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeRefundResponse;
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
import java.security.Key;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Payments by a code to scan, of one merchant's application at Alipay. */
public final class AlipayGateway implements PaymentGateway {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SHANGHAI);

  /** Its word for a code nobody has scanned yet, too: the trade begins with the scan. */
  private static final String NO_SUCH_TRADE = "ACQ.TRADE_NOT_EXIST";

  private static final String ALREADY_PAID = "ORDERPAID";
  private static final Set<String> NOT_TO_BE_CLOSED =
      Set.of("ACQ.TRADE_STATUS_ERROR", "ACQ.REASON_TRADE_STATUS_INVALID");
  private static final String FUNDS_MOVED = "Y";
  private static final int CONNECT_MS = 5_000;
  private static final int READ_MS = 10_000;

  private final AlipayClient client;
  private final AlipayNotificationReader notifications;

  static {
    // It would write whole requests into the log.
    AlipayLogger.setNeedEnableLogger(false);
  }

  public AlipayGateway(AlipaySettings settings) {
    this(settings, Clock.systemUTC());
  }

  /**
   * @param clock only for the age of notifications; real time, as the provider's is
   */
  AlipayGateway(AlipaySettings settings, Clock clock) {
    this.client = client(settings);
    this.notifications = new AlipayNotificationReader(settings, clock);
  }

  private static AlipayClient client(AlipaySettings settings) {
    AlipayConfig config = new AlipayConfig();
    config.setServerUrl(settings.address().toString());
    config.setAppId(settings.appId());
    config.setPrivateKey(base64(settings.appPrivateKey()));
    config.setAlipayPublicKey(base64(settings.alipayPublicKey()));
    config.setSignType("RSA2");
    config.setCharset("UTF-8");
    config.setFormat("json");
    config.setConnectTimeout(CONNECT_MS);
    config.setReadTimeout(READ_MS);
    try {
      return new DefaultAlipayClient(config);
    } catch (AlipayApiException e) {
      throw new IllegalArgumentException("the SDK does not take these settings: " + settings, e);
    }
  }

  static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.ALIPAY;
  }

  @Override
  public PrepayResult prepay(PrepayOrder order) {
    AlipayTradePrecreateModel model = new AlipayTradePrecreateModel();
    model.setOutTradeNo(order.paymentNo());
    model.setTotalAmount(AlipayYuan.of(order.amountFen()));
    model.setSubject(order.description());
    model.setTimeExpire(TIME.format(order.expiresAt()));
    AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
    request.setNotifyUrl(order.notifyUrl().toString());
    request.setBizModel(model);
    return new PrepayResult(AlipayFaults.call(() -> client.execute(request)).getQrCode(), null);
  }

  @Override
  public ProviderPayment query(String paymentNo) {
    AlipayTradeQueryModel model = new AlipayTradeQueryModel();
    model.setOutTradeNo(paymentNo);
    AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
    request.setBizModel(model);
    try {
      return AlipayAnswers.payment(AlipayFaults.call(() -> client.execute(request)), paymentNo);
    } catch (PaymentFault fault) {
      if (fault.code().equals(NO_SUCH_TRADE)) {
        return new ProviderPayment(paymentNo, ProviderPaymentState.NOT_FOUND, null, 0, null);
      }
      throw fault;
    }
  }

  @Override
  public void close(String paymentNo) {
    AlipayTradeCloseModel model = new AlipayTradeCloseModel();
    model.setOutTradeNo(paymentNo);
    AlipayTradeCloseRequest request = new AlipayTradeCloseRequest();
    request.setBizModel(model);
    try {
      AlipayFaults.call(() -> client.execute(request));
    } catch (PaymentFault fault) {
      // An unscanned code has no trade that could be closed; it ends with its own time.
      if (fault.code().equals(NO_SUCH_TRADE)) {
        return;
      }
      if (!NOT_TO_BE_CLOSED.contains(fault.code())) {
        throw fault;
      }
      if (query(paymentNo).state() == ProviderPaymentState.PAID) {
        throw PaymentFault.permanent(ALREADY_PAID, "the payer was faster", null);
      }
    }
  }

  @Override
  public ProviderRefund refund(RefundOrder order) {
    AlipayTradeRefundModel model = new AlipayTradeRefundModel();
    model.setOutTradeNo(order.paymentNo());
    model.setOutRequestNo(order.refundNo());
    model.setRefundAmount(AlipayYuan.of(order.refundFen()));
    model.setRefundReason(order.reason());
    AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
    request.setBizModel(model);
    AlipayTradeRefundResponse answer = AlipayFaults.call(() -> client.execute(request));
    AlipayAnswers.requireSame(order.paymentNo(), answer.getOutTradeNo());
    if (FUNDS_MOVED.equals(answer.getFundChange())) {
      return AlipayAnswers.refunded(
          order.refundNo(), answer.getTradeNo(), order.refundFen(), answer.getGmtRefundPay());
    }
    // "N" for one asked before: what became of it only the query tells.
    ProviderRefund seen = queryRefund(order.paymentNo(), order.refundNo());
    return seen.state() == ProviderRefundState.NOT_FOUND
        ? new ProviderRefund(
            order.refundNo(),
            ProviderRefundState.PROCESSING,
            answer.getTradeNo(),
            order.refundFen(),
            null)
        : seen;
  }

  @Override
  public ProviderRefund queryRefund(String paymentNo, String refundNo) {
    AlipayTradeFastpayRefundQueryModel model = new AlipayTradeFastpayRefundQueryModel();
    model.setOutTradeNo(paymentNo);
    model.setOutRequestNo(refundNo);
    model.setQueryOptions(List.of("gmt_refund_pay"));
    AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
    request.setBizModel(model);
    try {
      return AlipayAnswers.refund(
          AlipayFaults.call(() -> client.execute(request)), paymentNo, refundNo);
    } catch (PaymentFault fault) {
      if (fault.code().equals(NO_SUCH_TRADE)) {
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
