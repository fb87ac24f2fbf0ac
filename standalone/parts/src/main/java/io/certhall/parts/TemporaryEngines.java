package io.certhall.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One engine with a controlled clock for all tests of a JVM, gone with the JVM. */
public final class TemporaryEngines {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static @Nullable LocalEngine engine;

  private TemporaryEngines() {}

  public static synchronized LocalEngine shared() {
    if (engine == null) {
      LocalEngine started = LocalEngine.open(EngineConfig.temporary().withControlledClock());
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end-temporary-engine"));
      started.awaitReady(START_LIMIT);
      engine = started;
    }
    return engine;
  }
}
