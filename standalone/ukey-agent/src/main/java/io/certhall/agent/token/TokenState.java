package io.certhall.agent.token;

import java.util.List;

/**
 * A plugged-in token.
 *
 * @param free free bytes, -1 where the token does not tell
 */
public record TokenState(
    String serial,
    String label,
    String model,
    String manufacturer,
    long free,
    PinState pinState,
    int wrongPins,
    List<Entry> certificates) {

  /** Whether the PIN can be entered. */
  public enum PinState {
    OK,
    FEW_TRIES_LEFT,
    LOCKED,
    NOT_SET
  }

  /**
   * A certificate on it.
   *
   * @param serial hexadecimal, as the hall writes it
   * @param signs whether it is for signatures; the other one of a pair is for encryption
   * @param der base64
   */
  public record Entry(
      String serial, String subject, String issuer, String keyId, boolean signs, String der) {}
}
