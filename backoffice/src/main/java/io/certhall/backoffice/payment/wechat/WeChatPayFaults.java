package io.certhall.backoffice.payment.wechat;

import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import io.certhall.processes.payment.PaymentFault;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides which failures of WeChat Pay may pass. The SDK's own exceptions are not kept as causes:
 * their messages hold whole requests.
 */
final class WeChatPayFaults {

  static final String UNTRUSTED_ANSWER = "UNTRUSTED_ANSWER";
  static final String UNREACHABLE = "UNREACHABLE";
  static final String UNREADABLE_ANSWER = "UNREADABLE_ANSWER";

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final Set<String> PASSING_CODES =
      Set.of(
          "SYSTEM_ERROR",
          "SYSTEMERROR",
          "BANKERROR",
          "BANK_ERROR",
          "FREQUENCY_LIMITED",
          "FREQUENCY_LIMIT_EXCEED",
          "RATELIMIT_EXCEEDED",
          "USERPAYING");

  private WeChatPayFaults() {}

  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (ServiceException e) {
      throw refused(e);
    } catch (HttpException e) {
      throw PaymentFault.passing(UNREACHABLE, "WeChat Pay did not answer", e.getCause());
    } catch (ValidationException e) {
      throw untrusted("the answer's signature is not WeChat Pay's");
    } catch (MalformedMessageException e) {
      throw unreadable();
    } catch (IllegalArgumentException e) {
      // The SDK's word for an answer signed more than 5 minutes ago, or not signed at all.
      throw untrusted("the answer's time stamp or signature is missing or old");
    } catch (RuntimeException e) {
      if (e.getClass().getPackageName().startsWith("com.google.gson")) {
        throw unreadable();
      }
      throw e;
    }
  }

  static PaymentFault untrusted(String why) {
    return PaymentFault.permanent(UNTRUSTED_ANSWER, why, null);
  }

  /** A proxy's error page, for instance. */
  private static PaymentFault unreadable() {
    return PaymentFault.passing(UNREADABLE_ANSWER, "the answer is not in WeChat Pay's form", null);
  }

  private static PaymentFault refused(ServiceException e) {
    int status = e.getHttpStatusCode();
    String code = Objects.requireNonNullElse(e.getErrorCode(), "HTTP_" + status);
    String message = Objects.requireNonNullElse(e.getErrorMessage(), "no message");
    boolean passing =
        status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS || PASSING_CODES.contains(code);
    return passing
        ? PaymentFault.passing(code, message, null)
        : PaymentFault.permanent(code, message, null);
  }
}
