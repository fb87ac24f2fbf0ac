package io.certhall.standalone.bench;

import io.certhall.standalone.UsageException;

/**
 * Options of {@code bench lifecycle}.
 *
 * @param orders measured orders, 10..1,000,000
 * @param inFlight orders under way at once, 1..1000
 * @param warmUp orders before the measurement, of each kind
 */
record LifecycleOptions(int orders, int inFlight, int warmUp) {

  static LifecycleOptions parse(String... args) {
    int orders = 1000;
    int inFlight = 50;
    int warmUp = -1;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--orders" -> orders = number(args, ++i, 10, 1_000_000);
        case "--in-flight" -> inFlight = number(args, ++i, 1, 1000);
        case "--warm-up" -> warmUp = number(args, ++i, 0, 1_000_000);
        default -> throw new UsageException("未知选项 unknown option: " + args[i]);
      }
    }
    return new LifecycleOptions(orders, inFlight, warmUp < 0 ? Math.max(1000, orders) : warmUp);
  }

  static int number(String[] args, int index, int min, int max) {
    String text = index < args.length ? args[index] : "";
    if (text.matches("\\d{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw new UsageException(args[index - 1] + ": " + min + ".." + max);
  }
}
