package io.certhall.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits until a child answers, and says what its log says when it does not. */
final class Readiness {
  private static final long PAUSE_MILLIS = 40;

  private Readiness() {}

  static void await(
      Duration limit, SupervisedProcess process, Callable<Boolean> ready, String name, Path log) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!ready.call()) {
        if (process.hasGivenUp()) {
          throw new LocalPartException(PartsText.of("part.died", name, log, LogTail.of(log)));
        }
        if (System.nanoTime() > deadline) {
          throw new LocalPartException(
              PartsText.of("part.not-ready", name, limit.toSeconds(), log, LogTail.of(log)));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPartException(PartsText.of("part.interrupted", name), e);
    } catch (LocalPartException e) {
      throw e;
    } catch (Exception e) {
      throw new LocalPartException(PartsText.of("part.refused", name, e.getMessage()), e);
    }
  }
}
