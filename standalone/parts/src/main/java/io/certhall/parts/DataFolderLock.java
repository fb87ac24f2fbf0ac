package io.certhall.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One hall to a data folder. The system drops the lock with its process, so a killed hall never
 * blocks the next one.
 */
public final class DataFolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;
  private final Path owner;

  private DataFolderLock(FileChannel channel, FileLock lock, Path owner) {
    this.channel = channel;
    this.lock = lock;
    this.owner = owner;
  }

  /**
   * @throws DataFolderInUseException when another hall runs on this folder
   */
  public static DataFolderLock acquire(Path dataFolder) {
    try {
      Files.createDirectories(dataFolder);
      Path owner = dataFolder.resolve("owner");
      FileChannel channel =
          FileChannel.open(
              dataFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new DataFolderInUseException(dataFolder, DataFolderOwner.read(owner));
      }
      var acquired = new DataFolderLock(channel, lock, owner);
      new DataFolderOwner(ProcessHandle.current().pid(), null).write(owner);
      return acquired;
    } catch (IOException e) {
      throw new UncheckedIOException(PartsText.of("lock.failed", dataFolder), e);
    }
  }

  /** Lets a second start tell its user where the first one answers. */
  public void announce(URI address) {
    try {
      new DataFolderOwner(ProcessHandle.current().pid(), address).write(owner);
    } catch (IOException e) {
      throw new UncheckedIOException(PartsText.of("lock.failed", owner), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(owner);
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(PartsText.of("lock.failed", owner), e);
    }
  }
}
