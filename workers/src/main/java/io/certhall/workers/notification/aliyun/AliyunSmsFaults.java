package io.certhall.workers.notification.aliyun;

import com.aliyun.tea.TeaException;
import io.certhall.processes.notification.SmsFault;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which refusals of Alibaba Cloud may pass. */
final class AliyunSmsFaults {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  /** The limits are per phone and minute, hour and day: they pass. */
  private static final Set<String> PASSING =
      Set.of(
          "isp.SYSTEM_ERROR",
          "isv.BUSINESS_LIMIT_CONTROL",
          "isv.DAY_LIMIT_CONTROL",
          "isp.GATEWAY_ERROR",
          "ServiceUnavailable",
          "InternalError",
          "SignatureNonceUsed");

  private AliyunSmsFaults() {}

  /** The provider answered with a code other than OK. */
  static SmsFault refused(@Nullable String code, @Nullable String message, int status) {
    String reason = Objects.requireNonNullElse(code, "HTTP_" + status);
    String words = Objects.requireNonNullElse(message, "no message");
    boolean passing =
        PASSING.contains(reason)
            || reason.startsWith("Throttling")
            || status == TOO_MANY_REQUESTS
            || status >= SERVER_ERRORS;
    return passing
        ? SmsFault.passing(reason, words, null)
        : SmsFault.permanent(reason, words, null);
  }

  /** The call did not end with an answer we can use. The SDK declares Exception for everything. */
  static SmsFault failed(Exception failure) {
    if (failure instanceof TeaException refusal) {
      int status = refusal.getStatusCode() == null ? 0 : refusal.getStatusCode();
      return refused(refusal.getCode(), refusal.getMessage(), status);
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return SmsFault.passing("UNREACHABLE", "Alibaba Cloud did not answer", cause);
      }
    }
    // An answer that is not JSON: a proxy's error page, for instance.
    return SmsFault.passing(
        "UNREADABLE_ANSWER", "the answer is not in Alibaba Cloud's form", failure);
  }
}
