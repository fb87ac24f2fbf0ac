package io.certhall.backoffice.api.status;

import io.certhall.processes.signature.OcspQuestion;
import io.certhall.processes.status.StatusAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the answer that was signed ahead. An unknown certificate has none, and no key is here to
 * sign one: RFC 5019, 2.2.3 has {@code unauthorized} for it. A request about several certificates
 * is answered likewise, since answers are signed one by one.
 */
@Component
class OcspResponder {

  /** OCSPResponse without a body: SEQUENCE { ENUMERATED status }. */
  enum Fault {
    MALFORMED_REQUEST(1),
    /** The answer has run out, or the first one is not signed yet. */
    TRY_LATER(3),
    UNAUTHORIZED(6);

    private final int status;

    Fault(int status) {
      this.status = status;
    }

    byte[] der() {
      return new byte[] {0x30, 3, 0x0a, 1, (byte) status};
    }
  }

  /** A signed answer, or the reason why there is none. */
  record Answer(@Nullable Fault fault, StatusAnswers.@Nullable Signed signed) {}

  private record Issuers(Map<String, String> byHash, Instant readAt) {}

  /** A new CA is noticed so soon; and not more often does a stranger's request ask the database. */
  private static final Duration ISSUERS_KEPT = Duration.ofSeconds(2);

  private final StatusAnswers answers;
  private final Clock clock;
  private volatile Issuers issuers = new Issuers(Map.of(), Instant.MIN);

  OcspResponder(StatusAnswers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  Answer answer(byte[] request) {
    Optional<List<OcspQuestion>> questions = OcspQuestion.read(request);
    if (questions.isEmpty()) {
      return new Answer(Fault.MALFORMED_REQUEST, null);
    }
    if (questions.get().size() != 1) {
      return new Answer(Fault.UNAUTHORIZED, null);
    }
    OcspQuestion question = questions.get().getFirst();
    Instant now = clock.instant();
    String ca = authority(question.issuer(), now);
    if (ca == null) {
      return new Answer(Fault.UNAUTHORIZED, null);
    }
    Optional<StatusAnswers.Signed> signed = answers.ocsp(ca, question.serial());
    if (signed.isPresent() && signed.get().nextUpdate().isAfter(now)) {
      return new Answer(null, signed.get());
    }
    return new Answer(
        answers.isAwaited(ca, question.serial(), now) ? Fault.TRY_LATER : Fault.UNAUTHORIZED, null);
  }

  private @Nullable String authority(String hashes, Instant now) {
    Issuers known = issuers;
    String ca = known.byHash().get(hashes);
    if (ca == null && known.readAt().isBefore(now.minus(ISSUERS_KEPT))) {
      known = new Issuers(answers.issuers(), now);
      issuers = known;
      ca = known.byHash().get(hashes);
    }
    return ca;
  }
}
