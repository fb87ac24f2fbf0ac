package io.certhall.standalone.bench;

import io.certhall.standalone.UsageException;

/**
 * Options of {@code bench ocsp}.
 *
 * @param seconds of each of the two measurements, 2..3600
 * @param clients connections at once, 1..500
 */
record OcspOptions(int seconds, int clients) {

  static OcspOptions parse(String... args) {
    int seconds = 20;
    int clients = 16;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--seconds" -> seconds = LifecycleOptions.number(args, ++i, 2, 3600);
        case "--clients" -> clients = LifecycleOptions.number(args, ++i, 1, 500);
        default -> throw new UsageException("未知选项 unknown option: " + args[i]);
      }
    }
    return new OcspOptions(seconds, clients);
  }
}
