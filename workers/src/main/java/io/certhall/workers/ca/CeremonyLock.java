package io.certhall.workers.ca;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One ceremony at a time in a folder, among threads and among processes. */
public final class CeremonyLock implements AutoCloseable {

  // File locks are held by the whole process and do not stop its own threads.
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private CeremonyLock(FileChannel channel) {
    this.channel = channel;
  }

  public static CeremonyLock on(Path folder) throws IOException {
    THREADS.lock();
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new CeremonyLock(channel);
    } catch (IOException | RuntimeException e) {
      THREADS.unlock();
      throw e;
    }
  }

  public <T> T during(Supplier<T> work) {
    return work.get();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
