package io.certhall.processes.payment;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A provider's call as it came in. The body must be the exact text received: it is what was signed.
 *
 * @param headers looked up without regard to case
 */
public record NotificationRequest(Map<String, String> headers, String body) {

  public NotificationRequest {
    Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    caseless.putAll(headers);
    headers = caseless;
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
