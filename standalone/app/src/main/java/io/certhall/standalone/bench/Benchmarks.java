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
          default -> throw new UsageException("bench lifecycle [--orders N] [--in-flight N]");
        };
    Console.say(JsonMapper.builder().build().writeValueAsString(result));
    System.exit(0);
  }
}
