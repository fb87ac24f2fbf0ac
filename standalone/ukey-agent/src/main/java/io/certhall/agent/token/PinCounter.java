package io.certhall.agent.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Counts wrong PINs in a row per token: not every token locks itself. Kept in a file, so that a
 * restart gives no new tries.
 */
public final class PinCounter {

  private final Path file;
  private final int most;
  private final Properties counts = new Properties();

  public PinCounter(Path file, int most) {
    this.file = file;
    this.most = most;
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        counts.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }

  public synchronized int of(String tokenSerial) {
    return Integer.parseInt(counts.getProperty(tokenSerial, "0"));
  }

  public boolean isLocked(String tokenSerial) {
    return of(tokenSerial) >= most;
  }

  synchronized int wrong(String tokenSerial) {
    int now = of(tokenSerial) + 1;
    counts.setProperty(tokenSerial, Integer.toString(now));
    store();
    return most - now;
  }

  synchronized void right(String tokenSerial) {
    if (counts.remove(tokenSerial) != null) {
      store();
    }
  }

  private void store() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out = Files.newBufferedWriter(file)) {
        counts.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
