package io.certhall.parts;

import java.nio.file.Path;

/**
 * How the local database runs.
 *
 * @param folder holds its data, its log and its secrets
 * @param kept whether data stays after a stop; data that goes needs no password and no care
 * @param port 0 takes any free one
 * @param bufferPoolMegabytes memory for InnoDB pages, 32 to 65536
 * @param progress told what takes time
 */
public record DatabaseConfig(
    Path folder, boolean kept, int port, int bufferPoolMegabytes, Progress progress) {
  private static final int DEFAULT_BUFFER_POOL = 128;

  public DatabaseConfig {
    folder = folder.toAbsolutePath().normalize();
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: 0 to 65535, not " + port);
    }
    if (bufferPoolMegabytes < 32 || bufferPoolMegabytes > 65_536) {
      throw new IllegalArgumentException(
          "bufferPoolMegabytes: 32 to 65536, not " + bufferPoolMegabytes);
    }
  }

  public static DatabaseConfig keptIn(Path folder) {
    return new DatabaseConfig(folder, true, 0, DEFAULT_BUFFER_POOL, Progress.logging());
  }

  public static DatabaseConfig temporary() {
    return new DatabaseConfig(
        TemporaryFolder.create("database"), false, 0, DEFAULT_BUFFER_POOL, Progress.logging());
  }

  public DatabaseConfig onPort(int wanted) {
    return new DatabaseConfig(folder, kept, wanted, bufferPoolMegabytes, progress);
  }

  public DatabaseConfig withBufferPool(int megabytes) {
    return new DatabaseConfig(folder, kept, port, megabytes, progress);
  }

  public DatabaseConfig telling(Progress listener) {
    return new DatabaseConfig(folder, kept, port, bufferPoolMegabytes, listener);
  }
}
