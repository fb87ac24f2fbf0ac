package io.certhall.standalone.simulator;

import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a test wants the phone to pay.
 *
 * @param amountFen other than the order's: a false report is sent and nothing is paid
 * @param times copies of the report; for a paid order: the old report again
 * @param delayMs before the report is sent
 */
public record PhonePayment(
    @Nullable Long amountFen, @Nullable Integer times, @Nullable Long delayMs) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_TIMES = 100;
  private static final long LONGEST_DELAY_MS = 600_000;

  /**
   * @param refusal of a field, in the provider's words
   */
  public static PhonePayment read(
      byte @Nullable [] body, BiFunction<String, String, RuntimeException> refusal) {
    PhonePayment ask;
    try {
      ask =
          body == null || body.length == 0
              ? new PhonePayment(null, null, null)
              : JSON.readValue(body, PhonePayment.class);
    } catch (JacksonException e) {
      throw refusal.apply("body", "须为 {amountFen?, times?, delayMs?}");
    }
    if (ask.amountFen != null && ask.amountFen <= 0) {
      throw refusal.apply("amountFen", "须大于 0");
    }
    if (ask.times != null && (ask.times < 1 || ask.times > MOST_TIMES)) {
      throw refusal.apply("times", "须为 1 到 " + MOST_TIMES);
    }
    if (ask.delayMs != null && (ask.delayMs < 0 || ask.delayMs > LONGEST_DELAY_MS)) {
      throw refusal.apply("delayMs", "须为 0 到 " + LONGEST_DELAY_MS);
    }
    return ask;
  }

  public boolean isFalseFor(long orderedFen) {
    return amountFen != null && amountFen != orderedFen;
  }

  public int copies() {
    return times == null ? 1 : times;
  }

  public Duration delay() {
    return Duration.ofMillis(delayMs == null ? 0 : delayMs);
  }
}
