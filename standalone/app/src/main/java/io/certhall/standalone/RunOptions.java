package io.certhall.standalone;

import java.nio.file.Path;

/**
 * Options of {@code certhall run}.
 *
 * @param data where database, engine, keys and logs are kept
 * @param port of the web pages; 0 for a free one
 */
public record RunOptions(
    Path data, int port, boolean openBrowser, boolean demo, boolean testClock) {

  static final int DEFAULT_PORT = 8080;

  public static RunOptions parse(String... args) {
    Path data = Path.of(System.getProperty("user.home"), ".certhall");
    int port = DEFAULT_PORT;
    boolean openBrowser = true;
    boolean demo = true;
    boolean testClock = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--data" -> data = Path.of(value(args, ++i, "--data")).toAbsolutePath();
        case "--port" -> port = port(value(args, ++i, "--port"));
        case "--no-browser" -> openBrowser = false;
        case "--no-demo" -> demo = false;
        case "--test-clock" -> testClock = true;
        default ->
            throw new UsageException(
                "未知选项 unknown option: "
                    + args[i]
                    + "\n--data DIR  --port N  --no-browser  --no-demo  --test-clock");
      }
    }
    return new RunOptions(data, port, openBrowser, demo, testClock);
  }

  private static String value(String[] args, int index, String option) {
    if (index >= args.length) {
      throw new UsageException(option + " 后面缺少值 needs a value");
    }
    return args[index];
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException("--port: 0..65535, 不是 not " + text);
  }
}
