package io.certhall.processes.identity;

import io.certhall.processes.refusal.Refusal;
import java.util.Locale;

/** Sides of an identity card. */
public enum IdentitySide {
  /** The side with the portrait. */
  FRONT,
  /** The side with the emblem. */
  BACK;

  public static IdentitySide ofCode(String code) {
    try {
      return valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("IDENTITY_SIDE_UNKNOWN", code);
    }
  }
}
