package io.certhall.backoffice.api.status;

import io.certhall.processes.status.StatusAnswers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What caches are told of signed answers and lists (RFC 5019, 6.2). They may keep them for half a
 * minute only, so that a revocation is known everywhere within one.
 */
@Component
class StatusCaching {

  private static final int ETAG_BYTES = 20;

  private final Duration kept;
  private final Clock clock;

  StatusCaching(@Value("${certhall.status.max-age:PT30S}") Duration kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  HttpHeaders headers(StatusAnswers.Signed signed) {
    long left = Duration.between(clock.instant(), signed.nextUpdate()).toSeconds();
    HttpHeaders headers = new HttpHeaders();
    headers.setLastModified(signed.thisUpdate());
    headers.setExpires(signed.nextUpdate().toEpochMilli());
    headers.setETag(etag(signed.der()));
    headers.setCacheControl(
        "max-age=%d, public, no-transform, must-revalidate"
            .formatted(Math.clamp(left, 0, kept.toSeconds())));
    return headers;
  }

  private static String etag(byte[] der) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
      return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
