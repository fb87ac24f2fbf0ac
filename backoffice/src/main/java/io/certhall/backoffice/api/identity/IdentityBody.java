package io.certhall.backoffice.api.identity;

import io.certhall.processes.identity.IdentityConsent;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.identity.IdentityStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the identity check is, and the texts to agree to. */
record IdentityBody(
    String orderNo,
    IdentityStatus.State state,
    String subjectName,
    List<ConsentBody> consents,
    Set<IdentitySide> photos,
    int failures,
    @Nullable Instant pausedUntil,
    @Nullable Instant passedAt) {

  /** A text in force, and when it was agreed to. */
  record ConsentBody(
      String code, String version, String title, String text, @Nullable Instant acceptedAt) {}

  static IdentityBody of(IdentityStatus status, Locale locale) {
    return new IdentityBody(
        status.orderNo(),
        status.state(),
        status.subjectName(),
        Arrays.stream(IdentityConsent.values())
            .map(
                consent ->
                    new ConsentBody(
                        consent.name(),
                        consent.version(),
                        consent.title(locale),
                        consent.text(locale),
                        status.consents().get(consent)))
            .toList(),
        status.photos(),
        status.failures(),
        status.pausedUntil(),
        status.passedAt());
  }
}
