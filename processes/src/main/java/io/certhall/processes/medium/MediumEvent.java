package io.certhall.processes.medium;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move of a key.
 *
 * @param from null when it came into the books
 * @param holderName applicant of the order it was moved for
 */
public record MediumEvent(
    Instant at,
    @Nullable MediumState from,
    MediumState to,
    @Nullable String orderNo,
    @Nullable String holderName,
    String actorName,
    @Nullable String note) {}
