package io.certhall.backoffice.callback;

import io.certhall.processes.payment.NotificationRefused;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentGateways;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.refusal.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * WeChat Pay reports a payment. What it is answered decides whether it reports again: 200 for what
 * is counted, was counted before or needs no counting; 4xx for what must not be believed.
 */
@Hidden
@RestController
class WeChatPayCallback {

  private static final Logger log = LoggerFactory.getLogger(WeChatPayCallback.class);
  private static final int LARGEST_BODY = 64 * 1024;

  private final ObjectProvider<PaymentGateways> gateways;
  private final PaymentSettlement settlement;

  WeChatPayCallback(ObjectProvider<PaymentGateways> gateways, PaymentSettlement settlement) {
    this.gateways = gateways;
    this.settlement = settlement;
  }

  /** The answer the provider understands. */
  record Answer(String code, String message) {}

  @PostMapping("/callbacks/wechatpay/{hall}")
  ResponseEntity<Answer> paid(@PathVariable String hall, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return fail(413, "报文过大");
    }
    PaymentNotification notification;
    try {
      notification =
          gateways
              .getObject()
              .of(hall, PaymentMethod.WECHAT)
              .parseNotification(
                  // What was signed is the exact text.
                  new NotificationRequest(
                      headers(request), new String(body, StandardCharsets.UTF_8)));
    } catch (NotificationRefused refused) {
      log.warn("notification for {} refused: {}", hall, refused.getMessage());
      return refused(refused.reason());
    } catch (Refusal noSuchAccount) {
      return fail(404, "没有这个商户");
    }
    return switch (settlement.settle(PaymentMethod.WECHAT, hall, notification)) {
      case SETTLED, REPEATED, RETURNED, NOT_PAID -> ResponseEntity.ok(new Answer("SUCCESS", "成功"));
      case UNKNOWN_PAYMENT -> fail(404, "没有这笔缴费");
      case AMOUNT_MISMATCH -> fail(422, "金额不符");
    };
  }

  private static ResponseEntity<Answer> refused(NotificationRefused.Reason reason) {
    return switch (reason) {
      case FORGED -> fail(401, "签名错误");
      case STALE -> fail(401, "通知已过期");
      case WRONG_MERCHANT -> fail(401, "商户不符");
      case WRONG_CURRENCY -> fail(400, "币种不符");
      case MALFORMED -> fail(400, "报文无法读取");
    };
  }

  private static ResponseEntity<Answer> fail(int status, String message) {
    return ResponseEntity.status(status).body(new Answer("FAIL", message));
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, request.getHeader(name));
    }
    return headers;
  }
}
