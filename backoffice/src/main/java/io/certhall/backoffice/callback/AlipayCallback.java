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
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Alipay reports a payment. It stops reporting when it is answered the word {@code success}; what
 * must not be believed is answered {@code failure} and a status that tells why.
 */
@Hidden
@RestController
class AlipayCallback {

  private static final Logger log = LoggerFactory.getLogger(AlipayCallback.class);
  private static final int LARGEST_BODY = 64 * 1024;
  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";

  private final ObjectProvider<PaymentGateways> gateways;
  private final PaymentSettlement settlement;

  AlipayCallback(ObjectProvider<PaymentGateways> gateways, PaymentSettlement settlement) {
    this.gateways = gateways;
    this.settlement = settlement;
  }

  @PostMapping("/callbacks/alipay/{hall}")
  ResponseEntity<String> paid(@PathVariable String hall, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return answer(413, FAILURE);
    }
    PaymentNotification notification;
    try {
      notification =
          gateways
              .getObject()
              .of(hall, PaymentMethod.ALIPAY)
              .parseNotification(
                  new NotificationRequest(Map.of(), new String(body, StandardCharsets.UTF_8)));
    } catch (NotificationRefused refused) {
      log.warn("notification for {} refused: {}", hall, refused.getMessage());
      return switch (refused.reason()) {
        case FORGED, STALE, WRONG_MERCHANT -> answer(401, FAILURE);
        case WRONG_CURRENCY, MALFORMED -> answer(400, FAILURE);
      };
    } catch (Refusal noSuchAccount) {
      return answer(404, FAILURE);
    }
    return switch (settlement.settle(PaymentMethod.ALIPAY, hall, notification)) {
      case SETTLED, REPEATED, RETURNED, NOT_PAID -> answer(200, SUCCESS);
      case UNKNOWN_PAYMENT -> answer(404, FAILURE);
      case AMOUNT_MISMATCH -> answer(422, FAILURE);
    };
  }

  private static ResponseEntity<String> answer(int status, String word) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(word);
  }
}
