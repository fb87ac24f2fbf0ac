package io.certhall.processes.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way of one key's first PIN; never the PIN itself.
 *
 * @param recipient masked phone or account
 * @param mustChange the holder has to choose a PIN of his own at first use
 */
public record SecretDelivery(
    long id,
    String orderNo,
    int itemSeq,
    String hall,
    @Nullable String mediumSerial,
    SecretRoute route,
    State state,
    String recipient,
    boolean mustChange,
    int sends,
    Instant createdAt,
    @Nullable Instant lastSentAt,
    int version) {

  /** How far it got. */
  public enum State {
    /** Somebody has to do something: the remark is to be transferred. */
    WAITING,
    /** On its way, or known to everybody. */
    SENT,
    /** Delivered long ago; the PIN is blanked. */
    CLOSED
  }
}
