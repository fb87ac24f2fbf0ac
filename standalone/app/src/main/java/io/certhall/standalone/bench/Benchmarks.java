package io.certhall.standalone.bench;

import io.certhall.standalone.Console;
import io.certhall.standalone.UsageException;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** {@code certhall bench NAME [options]}: JSON on standard output, progress on standard error. */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String... args) {
    String name = args.length == 0 ? "" : args[0];
    String[] options = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    Object result =
        switch (name) {
          case "lifecycle" -> LifecycleBenchmark.run(LifecycleOptions.parse(options));
          case "issue" -> IssueBenchmark.run(IssueOptions.parse(options));
          case "quotes" -> QuotesBenchmark.run(quotes(options));
          case "ocsp" -> OcspBenchmark.run(OcspOptions.parse(options));
          case "status" -> StatusBenchmark.run(changes(options));
          default ->
              throw new UsageException(
                  "bench lifecycle [--orders N] [--in-flight N] [--warm-up N] | quotes [--quotes N]"
                      + " | issue [--issues N] [--threads 1,2]"
                      + " | ocsp [--seconds N] [--clients N] | status [--changes N]");
        };
    Console.say(JsonMapper.builder().build().writeValueAsString(result));
    System.exit(0);
  }

  private static int quotes(String... options) {
    if (options.length == 0) {
      return 10_000;
    }
    if (options.length == 2 && options[0].equals("--quotes")) {
      return LifecycleOptions.number(options, 1, 100, 1_000_000);
    }
    throw new UsageException("bench quotes [--quotes N]");
  }

  private static int changes(String... options) {
    if (options.length == 0) {
      return 102;
    }
    if (options.length == 2 && options[0].equals("--changes")) {
      return LifecycleOptions.number(options, 1, 3, 10_000);
    }
    throw new UsageException("bench status [--changes N]");
  }
}
