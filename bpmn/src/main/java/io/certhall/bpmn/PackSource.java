package io.certhall.bpmn;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The packs that ship with the hall: seeds for the database. A new folder is a new hall. */
public final class PackSource {

  private PackSource() {}

  public static List<HallPack> fromClasspath() {
    return from(Objects.requireNonNull(PackSource.class.getResource("/policies"), "/policies"));
  }

  /** From a folder of classes or from inside a jar. */
  static List<HallPack> from(URL folder) {
    try {
      URI uri = folder.toURI();
      if (uri.getScheme().equals("file")) {
        return fromFolder(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return fromFolder(jar.provider().getPath(uri));
      } catch (FileSystemAlreadyExistsException opened) {
        return fromFolder(Path.of(uri));
      }
    } catch (IOException | URISyntaxException e) {
      throw new PolicyError("policies", "can't be read", e);
    }
  }

  /** Reads {@code shared/} and every folder below {@code halls/}. */
  public static List<HallPack> fromFolder(Path policies) throws IOException {
    Map<String, String> shared = new TreeMap<>();
    read(policies.resolve("shared"), "shared/", shared);
    List<HallPack> packs = new ArrayList<>();
    try (Stream<Path> halls = Files.list(policies.resolve("halls"))) {
      for (Path hall : halls.filter(Files::isDirectory).sorted().toList()) {
        Map<String, String> files = new TreeMap<>(shared);
        read(hall, "", files);
        packs.add(PackReader.read(files));
      }
    }
    return packs;
  }

  /** Line ends as in the repository, so that a pack has one hash on every machine. */
  private static void read(Path folder, String prefix, Map<String, String> files)
      throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.filter(Files::isRegularFile).toList()) {
        files.put(prefix + file.getFileName(), Files.readString(file).replace("\r\n", "\n"));
      }
    }
  }
}
