package io.certhall.backoffice.api.order;

import io.certhall.processes.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Which version of an order the caller has read: {@code If-Match}, else the body's field. */
final class OrderVersion {

  /** The caller does not say: the last writer wins. */
  private static final int ANY = -1;

  private OrderVersion() {}

  /**
   * @throws Refusal MALFORMED when it is no version
   */
  static int expected(@Nullable String ifMatch, @Nullable Integer version) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return version == null ? ANY : positive("version", version);
    }
    String number = ifMatch.strip().replaceAll("^W/", "").replaceAll("^\"|\"$", "");
    try {
      return positive("If-Match", Integer.parseInt(number));
    } catch (NumberFormatException e) {
      throw Refusal.malformed("If-Match", "VALUE_TYPE");
    }
  }

  private static int positive(String path, int version) {
    if (version < 0) {
      throw Refusal.malformed(path, "VALUE_TYPE");
    }
    return version;
  }
}
