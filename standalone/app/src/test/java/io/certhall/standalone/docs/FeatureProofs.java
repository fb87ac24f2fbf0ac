package io.certhall.standalone.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which tests carry which feature id, read from the sources of all modules. */
final class FeatureProofs {

  private static final Pattern ID = Pattern.compile("@Tag\\(\"([A-Z]+-?\\d+[a-z]?)\"\\)");
  private static final Pattern METHOD = Pattern.compile("^\\s+(?:public |static )*void (\\w+)\\(");

  private final SortedMap<String, SortedSet<String>> proofs = new TreeMap<>();

  private FeatureProofs() {}

  static FeatureProofs in(Path root) {
    FeatureProofs found = new FeatureProofs();
    for (Path source : testSources(root)) {
      found.read(source);
    }
    return found;
  }

  /** {@code Class.method} of each test with that id. */
  SortedSet<String> of(String id) {
    return proofs.getOrDefault(id, new TreeSet<>());
  }

  SortedSet<String> ids() {
    return new TreeSet<>(proofs.keySet());
  }

  private void read(Path source) {
    String name = source.getFileName().toString().replace(".java", "");
    List<String> pending = new ArrayList<>();
    for (String line : lines(source)) {
      Matcher id = ID.matcher(line);
      while (id.find()) {
        pending.add(id.group(1));
      }
      Matcher method = METHOD.matcher(line);
      if (method.find()) {
        pending.forEach(
            tag ->
                proofs
                    .computeIfAbsent(tag, key -> new TreeSet<>())
                    .add(name + "." + method.group(1)));
        pending.clear();
      }
    }
  }

  private static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> testSources(Path root) {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("bpmn", "processes", "workers", "backoffice", "standalone/app")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
        files.filter(file -> file.toString().endsWith("Test.java")).forEach(sources::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
