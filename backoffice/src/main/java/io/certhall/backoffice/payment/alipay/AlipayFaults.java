package io.certhall.backoffice.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayResponse;
import io.certhall.processes.payment.PaymentFault;
import java.util.Objects;
import java.util.Set;

/**
 * Decides which failures of Alipay may pass. The SDK's own exceptions are not kept as causes: their
 * messages hold whole requests.
 */
final class AlipayFaults {

  static final String UNTRUSTED_ANSWER = "UNTRUSTED_ANSWER";
  static final String UNREACHABLE = "UNREACHABLE";

  /** The gateway's own code for "try later". */
  private static final String SERVICE_UNAVAILABLE = "20000";

  private static final Set<String> PASSING_CODES =
      Set.of(
          "ACQ.SYSTEM_ERROR",
          "ACQ.SELLER_BALANCE_NOT_ENOUGH",
          "aop.ACQ.SYSTEM_ERROR",
          "isp.unknow-error",
          "aop.unknow-error",
          "isv.app-call-limited");

  private AlipayFaults() {}

  @FunctionalInterface
  interface Call<T extends AlipayResponse> {
    T run() throws AlipayApiException;
  }

  /** The provider's answer when it did what was asked; its signature is checked by the SDK. */
  static <T extends AlipayResponse> T call(Call<T> call) {
    T answer;
    try {
      answer = call.run();
    } catch (AlipayApiException e) {
      throw failed(e);
    }
    if (!answer.isSuccess()) {
      throw refused(answer);
    }
    return answer;
  }

  static PaymentFault untrusted(String why) {
    return PaymentFault.permanent(UNTRUSTED_ANSWER, why, null);
  }

  private static PaymentFault failed(AlipayApiException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    if (message.contains("sign check fail") || message.contains("验签")) {
      return untrusted("the answer's signature is not Alipay's");
    }
    return PaymentFault.passing(
        UNREACHABLE,
        "Alipay did not answer in its form",
        e.getCause() instanceof java.io.IOException cause ? cause : null);
  }

  private static PaymentFault refused(AlipayResponse answer) {
    String gateway = Objects.requireNonNullElse(answer.getCode(), "NO_CODE");
    String code = Objects.requireNonNullElse(answer.getSubCode(), gateway);
    String message =
        Objects.requireNonNullElse(
            answer.getSubMsg(), Objects.requireNonNullElse(answer.getMsg(), "no message"));
    return gateway.equals(SERVICE_UNAVAILABLE) || PASSING_CODES.contains(code)
        ? PaymentFault.passing(code, message, null)
        : PaymentFault.permanent(code, message, null);
  }
}
