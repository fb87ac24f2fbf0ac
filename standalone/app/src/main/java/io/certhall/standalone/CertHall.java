package io.certhall.standalone;

import io.certhall.standalone.bench.Benchmarks;
import java.util.Arrays;

/** {@code certhall run} and its companions. */
public final class CertHall {

  private CertHall() {}

  public static void main(String[] args) {
    String command = args.length == 0 ? "run" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    try {
      switch (command) {
        case "run" -> Run.main(rest);
        case "ca" -> CaConsole.main(rest);
        case "bench" -> Benchmarks.main(rest);
        default -> throw new UsageException("未知命令 unknown command: " + command);
      }
    } catch (UsageException e) {
      Console.error(e.getMessage());
      System.exit(2);
    }
  }
}
