package io.certhall.processes.rating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant said of a completed order.
 *
 * @param stars 1 to 5
 */
public record Rating(String orderNo, int stars, @Nullable String words, Instant ratedAt) {}
