package io.certhall.standalone.bench;

import io.certhall.standalone.UsageException;
import java.util.Arrays;
import java.util.List;

/**
 * Options of {@code bench issue}.
 *
 * @param issues measured pairs for each number of threads and each kind of work
 * @param threads how many workers at once; several are measured one after the other
 */
record IssueOptions(int issues, List<Integer> threads) {

  static IssueOptions parse(String... args) {
    int issues = 2000;
    List<Integer> threads = List.of(1, 2);
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--issues" -> issues = LifecycleOptions.number(args, ++i, 100, 1_000_000);
        case "--threads" -> threads = threads(++i < args.length ? args[i] : "");
        default -> throw new UsageException("未知选项 unknown option: " + args[i]);
      }
    }
    return new IssueOptions(issues, threads);
  }

  private static List<Integer> threads(String text) {
    if (!text.matches("[1-9]\\d?(,[1-9]\\d?){0,4}")) {
      throw new UsageException("--threads: 1,2 (1..99)");
    }
    return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }
}
