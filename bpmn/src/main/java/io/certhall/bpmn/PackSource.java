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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The packs that ship with the hall: seeds for the database. A new folder is a new hall. */
public final class PackSource {

  private static final String SHARED = "shared/";

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
    read(policies.resolve("shared"), SHARED, shared);
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

  /**
   * Halls of the operator's own, one folder each, named after the hall's code. They use the shared
   * blocks that ship; a folder {@code shared} beside them adds to these or replaces some. A hall
   * that can't be read is told and left out, the others are not held up.
   */
  public static List<HallPack> fromOwnFolder(Path folder, Consumer<PolicyError> broken)
      throws IOException {
    Map<String, String> shared = new TreeMap<>(fromClasspath().getFirst().files());
    shared.keySet().removeIf(file -> !file.startsWith(SHARED));
    if (Files.isDirectory(folder.resolve("shared"))) {
      read(folder.resolve("shared"), SHARED, shared);
    }
    List<HallPack> packs = new ArrayList<>();
    try (Stream<Path> halls = Files.list(folder)) {
      for (Path hall : halls.filter(PackSource::isHall).sorted().toList()) {
        try {
          packs.add(own(hall, shared));
        } catch (PolicyError e) {
          broken.accept(new PolicyError(hall.getFileName() + "/" + e.file(), e.getMessage(), e));
        }
      }
    }
    return packs;
  }

  private static boolean isHall(Path folder) {
    return Files.isDirectory(folder)
        && !folder.getFileName().toString().equals("shared")
        && !folder.getFileName().toString().startsWith(".");
  }

  private static HallPack own(Path folder, Map<String, String> shared) throws IOException {
    Map<String, String> files = new TreeMap<>(shared);
    read(folder, "", files);
    HallPack pack = PackReader.read(files);
    if (!pack.hall().equals(folder.getFileName().toString())) {
      throw new PolicyError(
          "hall.yaml",
          "code",
          "FOLDER_NAME",
          "文件夹名应与大厅代码相同：" + pack.hall(),
          "the folder must be named after the hall's code: " + pack.hall());
    }
    return pack;
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
