package io.certhall.standalone;

import io.certhall.parts.LocalEngine;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Moves the hall's and the engine's clock forward together; only with {@code --test-clock}. */
@RestController
@ConditionalOnBooleanProperty("certhall.test-clock")
class ClockController {

  private final HallClock clock;
  private final ObjectProvider<LocalEngine> engine;

  ClockController(HallClock clock, ObjectProvider<LocalEngine> engine) {
    this.clock = clock;
    this.engine = engine;
  }

  /**
   * @param advance ISO 8601, days or time: P3D, PT2H
   */
  record Advance(String advance) {}

  @PostMapping("/simulators/clock")
  Map<String, Instant> advance(@RequestBody Advance request) {
    Duration by = duration(request.advance());
    clock.advance(by);
    engine.ifAvailable(local -> local.advanceClock(by));
    return Map.of("now", clock.instant());
  }

  private static Duration duration(String text) {
    try {
      return text.contains("T")
          ? Duration.parse(text)
          : Duration.ofDays(Period.parse(text).getDays());
    } catch (DateTimeParseException | NullPointerException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "advance: P3D, PT2H");
    }
  }
}
