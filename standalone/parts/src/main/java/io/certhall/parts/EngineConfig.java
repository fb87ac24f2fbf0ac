package io.certhall.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the local engine runs.
 *
 * @param folder holds its data and its logs
 * @param kept whether data stays after a stop
 * @param grpcPort 0 takes any free one
 * @param heapMegabytes the broker's Java heap, 256 to 65536
 * @param controlledClock whether {@link LocalEngine#advanceClock} works
 * @param options further JVM options, such as {@code -Dzeebe.broker.exporters…}
 * @param progress told what takes time
 */
public record EngineConfig(
    Path folder,
    boolean kept,
    int grpcPort,
    int heapMegabytes,
    boolean controlledClock,
    List<String> options,
    Progress progress) {
  private static final int DEFAULT_HEAP = 384;

  public EngineConfig {
    folder = folder.toAbsolutePath().normalize();
    options = List.copyOf(options);
    if (grpcPort < 0 || grpcPort > 65_535) {
      throw new IllegalArgumentException("grpcPort: 0 to 65535, not " + grpcPort);
    }
    if (heapMegabytes < 256 || heapMegabytes > 65_536) {
      throw new IllegalArgumentException("heapMegabytes: 256 to 65536, not " + heapMegabytes);
    }
  }

  public static EngineConfig keptIn(Path folder) {
    return new EngineConfig(folder, true, 0, DEFAULT_HEAP, false, List.of(), Progress.logging());
  }

  /** For tests: compiles less, so that it starts in half the time. */
  public static EngineConfig temporary() {
    return new EngineConfig(
        TemporaryFolder.create("engine"),
        false,
        0,
        DEFAULT_HEAP,
        false,
        List.of("-XX:TieredStopAtLevel=1"),
        Progress.logging());
  }

  public EngineConfig withControlledClock() {
    return new EngineConfig(folder, kept, grpcPort, heapMegabytes, true, options, progress);
  }

  public EngineConfig onPort(int wanted) {
    return new EngineConfig(
        folder, kept, wanted, heapMegabytes, controlledClock, options, progress);
  }

  public EngineConfig withHeap(int megabytes) {
    return new EngineConfig(folder, kept, grpcPort, megabytes, controlledClock, options, progress);
  }

  public EngineConfig withOption(String option) {
    var more = new ArrayList<>(options);
    more.add(option);
    return new EngineConfig(folder, kept, grpcPort, heapMegabytes, controlledClock, more, progress);
  }

  public EngineConfig telling(Progress listener) {
    return new EngineConfig(
        folder, kept, grpcPort, heapMegabytes, controlledClock, options, listener);
  }
}
