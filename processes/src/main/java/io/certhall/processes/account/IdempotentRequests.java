package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.IDEMPOTENCY;

import io.certhall.processes.refusal.Refusal;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a request once, however often it is sent with one key within 24 hours. The key is written in
 * the transaction of the request itself: a second sender waits for the first one's end and gets its
 * answer; a refused or failed request leaves nothing behind and may be sent again. The request must
 * not call outside systems, as it may be rolled back.
 */
@Service
public class IdempotentRequests {

  static final Duration MEMORY = Duration.ofHours(24);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

  private final DSLContext dsl;
  private final Clock clock;

  IdempotentRequests(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * @param requestHash SHA-256 of method, path and body
   * @throws Refusal MALFORMED for a key without form, RULE when the key was used for another
   *     request, CONFLICT when the first request does not come to its end
   */
  @Transactional
  public StoredResponse run(
      long accountId, String key, byte[] requestHash, Supplier<StoredResponse> request) {
    check(key, requestHash);
    Optional<StoredResponse> earlier = reserveOrRecall(accountId, key, requestHash);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    StoredResponse response = request.get();
    dsl.update(IDEMPOTENCY)
        .set(IDEMPOTENCY.STATUS, response.status())
        .set(IDEMPOTENCY.RESPONSE, response.body())
        .where(IDEMPOTENCY.ACCOUNT_ID.eq(accountId))
        .and(IDEMPOTENCY.IDEMPOTENCY_KEY.eq(key))
        .execute();
    return response;
  }

  /**
   * What this request was answered with before; for requests that call outside systems and store
   * their answer with {@link #run} afterwards.
   *
   * @throws Refusal as {@link #run}
   */
  @Transactional(readOnly = true)
  public Optional<StoredResponse> recall(long accountId, String key, byte[] requestHash) {
    check(key, requestHash);
    boolean known =
        dsl.fetchExists(
            IDEMPOTENCY,
            IDEMPOTENCY.ACCOUNT_ID.eq(accountId),
            IDEMPOTENCY.IDEMPOTENCY_KEY.eq(key),
            IDEMPOTENCY.CREATED_AT.gt(clock.instant().minus(MEMORY)));
    return known ? Optional.of(stored(accountId, key, requestHash)) : Optional.empty();
  }

  private static void check(String key, byte[] requestHash) {
    if (!KEY.matcher(key).matches()) {
      throw Refusal.malformed("Idempotency-Key", "IDEMPOTENCY_KEY_FORM");
    }
    if (requestHash.length != 32) {
      throw new IllegalArgumentException("requestHash must be a SHA-256");
    }
  }

  private Optional<StoredResponse> reserveOrRecall(long accountId, String key, byte[] requestHash) {
    Instant now = clock.instant();
    try {
      forget(accountId, key, now);
      dsl.insertInto(
              IDEMPOTENCY,
              IDEMPOTENCY.ACCOUNT_ID,
              IDEMPOTENCY.IDEMPOTENCY_KEY,
              IDEMPOTENCY.REQUEST_HASH,
              IDEMPOTENCY.CREATED_AT)
          .values(accountId, key, requestHash, now)
          .execute();
      return Optional.empty();
    } catch (DuplicateKeyException e) {
      return Optional.of(stored(accountId, key, requestHash));
    } catch (PessimisticLockingFailureException e) {
      throw Refusal.conflict("IDEMPOTENCY_IN_PROGRESS");
    }
  }

  private StoredResponse stored(long accountId, String key, byte[] requestHash) {
    var stored =
        dsl.select(IDEMPOTENCY.REQUEST_HASH, IDEMPOTENCY.STATUS, IDEMPOTENCY.RESPONSE)
            .from(IDEMPOTENCY)
            .where(IDEMPOTENCY.ACCOUNT_ID.eq(accountId))
            .and(IDEMPOTENCY.IDEMPOTENCY_KEY.eq(key))
            .fetchOptional()
            .orElseThrow(() -> Refusal.conflict("IDEMPOTENCY_IN_PROGRESS"));
    if (!MessageDigest.isEqual(stored.value1(), requestHash)) {
      throw Refusal.rule("Idempotency-Key", "IDEMPOTENCY_KEY_REUSED");
    }
    if (stored.value2() == null) {
      throw Refusal.conflict("IDEMPOTENCY_IN_PROGRESS");
    }
    return new StoredResponse(stored.value2(), stored.value3());
  }

  private void forget(long accountId, String key, Instant now) {
    dsl.deleteFrom(IDEMPOTENCY)
        .where(IDEMPOTENCY.ACCOUNT_ID.eq(accountId))
        .and(IDEMPOTENCY.IDEMPOTENCY_KEY.eq(key))
        .and(IDEMPOTENCY.CREATED_AT.le(now.minus(MEMORY)))
        .execute();
  }
}
