package io.certhall.processes.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides.
 *
 * @param reasons every defect at once; required for a rejection
 */
public record ReviewDecision(Verdict decision, List<Reason> reasons, @Nullable String note) {

  public enum Verdict {
    APPROVE,
    REJECT
  }

  /**
   * One defect.
   *
   * @param field what is wrong: {@code materials.<code>}, {@code items[0].years}, … or empty
   * @param code OTHER or a code of the hall's own list
   */
  public record Reason(@Nullable String field, @Nullable String code, String text) {}

  public ReviewDecision {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }
}
