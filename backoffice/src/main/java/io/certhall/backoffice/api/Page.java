package io.certhall.backoffice.api;

import io.certhall.processes.refusal.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} for the page behind this one; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int LARGEST_LIMIT = 100;

  /** A list that is never long. */
  public static <T> Page<T> all(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * @param rows one more than {@code limit} when there is another page
   * @param key names a row in {@code after}
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, Object> key, Function<R, T> view) {
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(view).toList(), more ? key.apply(shown.getLast()).toString() : null);
  }

  /**
   * @throws Refusal MALFORMED unless 1 to 100
   */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > LARGEST_LIMIT) {
      throw Refusal.malformed("limit", "LIMIT_RANGE", LARGEST_LIMIT);
    }
    return asked;
  }
}
