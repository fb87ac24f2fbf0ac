package io.certhall.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process that is started again, ever more slowly, when it dies without being told to. One
 * that dies again and again before it was ever ready is given up: its log says why.
 */
final class SupervisedProcess implements AutoCloseable {
  /** What to run, where, and where its output goes. */
  record Child(String name, List<String> command, Path folder, Path output, PidFile pidFile) {
    Child {
      command = List.copyOf(command);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedProcess.class);
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final int EARLY_DEATHS_ALLOWED = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LIVED_WELL = Duration.ofMinutes(1);

  private final Child child;
  private final Duration grace;
  private volatile @Nullable Process process;
  private volatile boolean wasReady;
  private volatile boolean givenUp;
  private boolean stopping;
  private int deathsInARow;
  private long startedAt;

  SupervisedProcess(Child child, Duration grace) {
    this.child = child;
    this.grace = grace;
  }

  synchronized void start() {
    stopping = false;
    givenUp = false;
    deathsInARow = 0;
    launch();
  }

  /** From now on every death is followed by another start. */
  void markReady() {
    wasReady = true;
  }

  boolean hasGivenUp() {
    return givenUp;
  }

  boolean isAlive() {
    Process current = process;
    return current != null && current.isAlive();
  }

  long pid() {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException(child.name + " was never started");
    }
    return current.pid();
  }

  synchronized void restart() {
    end(grace);
    start();
  }

  @Override
  public synchronized void close() {
    stopping = true;
    end(grace);
    child.pidFile.delete();
  }

  private void launch() {
    var command = new ArrayList<String>();
    if (Files.isExecutable(SETSID)) {
      // Ctrl-C in a terminal reaches the hall alone, which then ends its parts in order.
      command.add(SETSID.toString());
    }
    command.addAll(child.command);
    try {
      Process started =
          new ProcessBuilder(command)
              .directory(child.folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(child.output.toFile()))
              .start();
      started.getOutputStream().close();
      child.pidFile.write(started.pid());
      process = started;
      startedAt = System.nanoTime();
      started.onExit().thenAccept(this::ended);
    } catch (IOException e) {
      throw new UncheckedIOException(PartsText.of("part.not-started", child.name), e);
    }
  }

  private synchronized void ended(Process dead) {
    if (stopping || dead != process) {
      return;
    }
    boolean livedWell = System.nanoTime() - startedAt > LIVED_WELL.toNanos();
    deathsInARow = livedWell ? 1 : deathsInARow + 1;
    if (!wasReady && deathsInARow > EARLY_DEATHS_ALLOWED) {
      givenUp = true;
      return;
    }
    Duration pause = pause(deathsInARow);
    LOG.warn(
        "{} (process {}) died with code {}; starting it again in {} ms, see {}",
        child.name,
        dead.pid(),
        dead.exitValue(),
        pause.toMillis(),
        child.output);
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> relaunch(dead));
  }

  private synchronized void relaunch(Process dead) {
    if (!stopping && dead == process) {
      launch();
    }
  }

  static Duration pause(int deathsInARow) {
    int doublings = Math.min(deathsInARow - 1, 10);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void end(Duration patience) {
    Process current = process;
    if (current == null || !current.isAlive()) {
      return;
    }
    try {
      if (patience.isPositive()) {
        current.destroy();
      }
      if (!patience.isPositive() || !current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        current.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      current.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
