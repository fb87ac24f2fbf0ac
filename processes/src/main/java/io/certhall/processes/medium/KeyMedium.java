package io.certhall.processes.medium;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One key.
 *
 * @param lotId the purchase it came with; null for a key taken in without one
 * @param accountId of the holder it was assigned to, until it is back in stock
 * @param holderName applicant of the order it was assigned for
 */
public record KeyMedium(
    String serial,
    String hall,
    String model,
    @Nullable String supplier,
    @Nullable String lotId,
    MediumState state,
    @Nullable Long accountId,
    @Nullable String orderNo,
    @Nullable Integer itemSeq,
    @Nullable String holderName,
    Instant since) {

  /** The model of keys nobody bought through the hall. */
  public static final String UNKNOWN_MODEL = "-";
}
