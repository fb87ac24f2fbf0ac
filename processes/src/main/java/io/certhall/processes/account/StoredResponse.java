package io.certhall.processes.account;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered with.
 *
 * @param status HTTP status, 200..299
 * @param body as it was sent, up to 16 MB
 */
public record StoredResponse(int status, @Nullable String body) {

  public StoredResponse {
    if (status < 200 || status > 299) {
      throw new IllegalArgumentException("only successful responses are stored, not " + status);
    }
  }
}
