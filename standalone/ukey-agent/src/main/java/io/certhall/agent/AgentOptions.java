package io.certhall.agent;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the agent is started.
 *
 * @param sm2 the vendor's numbers for SM2: key type, key pair generation, signing
 */
record AgentOptions(Path library, int port, Set<String> halls, Path data, List<Long> sm2) {

  static final int PORT = 17521;
  private static final String SM2_USUAL = "0xFFFFF001,0xFFFFF001,0xFFFFF003";

  static AgentOptions of(String... arguments) {
    Path library = null;
    int port = PORT;
    Set<String> halls = new LinkedHashSet<>();
    Path data = Path.of(System.getProperty("user.home"), ".certhall", "agent");
    List<Long> sm2 = numbers(SM2_USUAL);
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(option + ": a value is missing");
      }
      String value = rest.pop();
      switch (option) {
        case "--library" -> library = Path.of(value);
        case "--port" -> port = port(value);
        case "--hall" -> halls.add(origin(value));
        case "--data" -> data = Path.of(value);
        case "--sm2-mechanisms" -> sm2 = numbers(value);
        default -> throw new IllegalArgumentException(option + ": no such option");
      }
    }
    if (library == null) {
      throw new IllegalArgumentException("--library: the key vendor's PKCS#11 library is needed");
    }
    if (halls.isEmpty()) {
      throw new IllegalArgumentException("--hall: the address of at least one hall is needed");
    }
    return new AgentOptions(library, port, Set.copyOf(halls), data, sm2);
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--port: not a number: " + value, e);
    }
    throw new IllegalArgumentException("--port: 0 to 65535, not " + value);
  }

  /** As browsers write it: no path, no slash at the end. Plain http only on this machine. */
  private static String origin(String value) {
    String plain = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    if (!plain.matches("https://[A-Za-z0-9.-]+(:[0-9]+)?")
        && !plain.matches("http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?")) {
      throw new IllegalArgumentException("--hall: like https://hall.example, not " + value);
    }
    return plain;
  }

  private static List<Long> numbers(String value) {
    List<Long> numbers =
        Arrays.stream(value.split(",")).map(String::strip).map(Long::decode).toList();
    if (numbers.size() != 3) {
      throw new IllegalArgumentException(
          "--sm2-mechanisms: key type, generation and signing, like " + SM2_USUAL);
    }
    return numbers;
  }
}
