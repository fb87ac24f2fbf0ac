package io.certhall.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts a part from another JVM and kills that JVM with -9, so that the part is an orphan. */
final class KilledHall implements AutoCloseable {
  private final long childPid;

  private KilledHall(long childPid) {
    this.childPid = childPid;
  }

  static KilledHall withDatabase(Path folder) throws IOException, InterruptedException {
    return start("database", folder);
  }

  static KilledHall withEngine(Path folder) throws IOException, InterruptedException {
    return start("engine", folder);
  }

  long childPid() {
    return childPid;
  }

  @Override
  public void close() {
    ProcessHandle.of(childPid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static KilledHall start(String part, Path folder)
      throws IOException, InterruptedException {
    Process hall =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledHall.class.getName(),
                part,
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output =
        new BufferedReader(new InputStreamReader(hall.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.startsWith("child ")) {
        line = output.readLine();
      }
      if (line == null) {
        throw new IOException("the other hall started no " + part);
      }
      return new KilledHall(Long.parseLong(line.substring("child ".length())));
    } finally {
      hall.destroyForcibly();
      hall.waitFor(10, TimeUnit.SECONDS);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[1]);
    long child =
        arguments[0].equals("engine")
            ? LocalEngine.open(EngineConfig.keptIn(folder)).pid()
            : LocalDatabase.open(folder, 0).pid();
    System.out.println("child " + child);
    new CountDownLatch(1).await();
  }
}
