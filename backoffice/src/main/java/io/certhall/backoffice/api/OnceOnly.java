package io.certhall.backoffice.api;

import io.certhall.processes.account.IdempotentRequests;
import io.certhall.processes.account.StoredResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Honours {@code Idempotency-Key}: a request sent again does nothing and is answered with the
 * resource it made at first. Only the resource's name is remembered, so no personal data.
 */
@Component
public class OnceOnly {

  private static final String HEADER = "Idempotency-Key";
  private static final int CREATED = 201;

  private final IdempotentRequests requests;
  private final JsonMapper json;

  OnceOnly(IdempotentRequests requests, JsonMapper json) {
    this.requests = requests;
    this.json = json;
  }

  /**
   * For work within one transaction, which it joins.
   *
   * @param accountId 0 for who is not logged in
   * @param body what was sent, as read; a key reused with another body is refused
   * @param work does it and names what it made
   * @return the name, of this time or of the first
   */
  public String name(
      long accountId, HttpServletRequest request, @Nullable Object body, Supplier<String> work) {
    @Nullable String key = request.getHeader(HEADER);
    if (key == null) {
      return work.get();
    }
    byte[] hash = hash(request, body);
    return nameOf(
        requests.run(accountId, key, hash, () -> new StoredResponse(CREATED, work.get())));
  }

  /**
   * For work with transactions of its own, as it asks outside systems or commits although it
   * refuses. It must itself stand being done twice when two senders meet.
   */
  public String nameOfOutside(
      long accountId, HttpServletRequest request, @Nullable Object body, Supplier<String> work) {
    @Nullable String key = request.getHeader(HEADER);
    if (key == null) {
      return work.get();
    }
    byte[] hash = hash(request, body);
    Optional<StoredResponse> earlier = requests.recall(accountId, key, hash);
    if (earlier.isPresent()) {
      return nameOf(earlier.get());
    }
    String made = work.get();
    return nameOf(requests.run(accountId, key, hash, () -> new StoredResponse(CREATED, made)));
  }

  private static String nameOf(StoredResponse response) {
    return Objects.requireNonNull(response.body());
  }

  private byte[] hash(HttpServletRequest request, @Nullable Object body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(
          (request.getMethod() + ' ' + request.getRequestURI() + '\n')
              .getBytes(StandardCharsets.UTF_8));
      return sha256.digest(json.writeValueAsBytes(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
