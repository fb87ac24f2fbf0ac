package io.certhall.workers.ca;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pairs the linter found nothing wrong with a moment ago, by the digest of all their bytes: between
 * steps 2 and 3 the same bytes need no second look. What comes later, or differs, is linted again.
 */
final class CleanPairs {

  private static final int MOST = 1000;
  private static final Duration MOMENT = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<ByteBuffer, Instant> found =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
          return size() > MOST;
        }
      };

  CleanPairs(Clock clock) {
    this.clock = clock;
  }

  void remember(PreparedPair pair) {
    ByteBuffer digest = digest(pair);
    synchronized (found) {
      found.put(digest, clock.instant());
    }
  }

  /** Whether the pair was found clean; forgets it. */
  boolean take(PreparedPair pair) {
    ByteBuffer digest = digest(pair);
    Instant at;
    synchronized (found) {
      at = found.remove(digest);
    }
    return at != null && at.plus(MOMENT).isAfter(clock.instant());
  }

  private static ByteBuffer digest(PreparedPair pair) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(pair.toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
