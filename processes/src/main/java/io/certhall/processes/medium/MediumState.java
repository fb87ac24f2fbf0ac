package io.certhall.processes.medium;

import io.certhall.processes.refusal.Refusal;
import java.util.EnumSet;
import java.util.Set;

/** Where a key is. Every move that is not listed here is refused with the state as its reason. */
public enum MediumState {
  IN_STOCK,
  /** Taken for a certificate of an order. */
  ASSIGNED,
  SHIPPED,
  /** In its holder's hands. */
  HELD,
  /** Sent or brought in by its holder, not yet cleared for anyone else. */
  RETURNED,
  FAULTY,
  DESTROYED;

  /** What may follow. */
  public Set<MediumState> next() {
    return switch (this) {
      case IN_STOCK -> EnumSet.of(ASSIGNED, FAULTY, DESTROYED);
      case ASSIGNED -> EnumSet.of(ASSIGNED, IN_STOCK, SHIPPED, HELD, RETURNED, FAULTY);
      // A holder's own key may come to the desk without a word; only he gets it back.
      case SHIPPED -> EnumSet.of(HELD, ASSIGNED, RETURNED, FAULTY);
      case HELD -> EnumSet.of(ASSIGNED, RETURNED, FAULTY);
      case RETURNED -> EnumSet.of(RETURNED, ASSIGNED, HELD, IN_STOCK, FAULTY, DESTROYED);
      case FAULTY -> EnumSet.of(IN_STOCK, RETURNED, DESTROYED);
      case DESTROYED -> EnumSet.noneOf(MediumState.class);
    };
  }

  /**
   * @throws Refusal CONFLICT whose code names the state, e.g. MEDIUM_DESTROYED
   */
  void requireLegal(MediumState next, String serial) {
    if (!next().contains(next)) {
      throw Refusal.conflict("MEDIUM_" + name(), serial);
    }
  }
}
