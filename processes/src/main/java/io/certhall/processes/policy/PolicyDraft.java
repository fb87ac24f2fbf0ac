package io.certhall.processes.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a hall's policy that do not run yet; every manager sees the same.
 *
 * @param baseVersionId the version it was made from
 * @param editors accounts that changed something
 * @param version counts the saves; a save names the one it has seen
 */
public record PolicyDraft(
    String hall,
    long baseVersionId,
    int baseVersionNo,
    SortedMap<String, String> files,
    String startedBy,
    Instant startedAt,
    String editedBy,
    Instant editedAt,
    @Nullable Submission submission,
    Set<Long> editors,
    int version) {

  /** One manager says it is ready; another publishes. */
  public record Submission(long accountId, String by, Instant at, String note) {}

  public PolicyDraft {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    editors = Set.copyOf(editors);
  }

  public boolean isSubmitted() {
    return submission != null;
  }
}
