package io.certhall.backoffice.api.policy;

import io.certhall.processes.policy.PolicyHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A published version; {@code restored} is the earlier version whose content it brought back. */
record VersionBody(
    int version,
    boolean active,
    String note,
    Instant publishedAt,
    String publishedBy,
    @Nullable String preparedBy,
    @Nullable Integer restored,
    String contentHash) {

  static VersionBody of(PolicyHistory.Version version) {
    return new VersionBody(
        version.versionNo(),
        version.active(),
        version.note(),
        version.publishedAt(),
        version.publishedBy(),
        version.preparedBy(),
        version.restoredVersionNo(),
        version.contentHash());
  }
}
