package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The shipped pack of 甘肃, as it is and with one thing changed. */
final class TestPacks {

  private static final HallPack GSCAMCE =
      PackSource.fromClasspath().stream()
          .filter(pack -> pack.hall().equals("gscamce"))
          .findFirst()
          .orElseThrow();

  private TestPacks() {}

  static HallPack gscamce() {
    return GSCAMCE;
  }

  /** With one piece of a file replaced; the piece must be there. */
  static HallPack with(String file, String old, String replacement) {
    assertThat(GSCAMCE.file(file)).contains(old);
    return with(file, text -> text.replace(old, replacement));
  }

  static HallPack with(String file, UnaryOperator<String> change) {
    Map<String, String> files = new TreeMap<>(GSCAMCE.files());
    files.put(file, change.apply(GSCAMCE.files().getOrDefault(file, "")));
    return PackReader.read(files);
  }

  static HallPack without(String file) {
    Map<String, String> files = new TreeMap<>(GSCAMCE.files());
    files.remove(file);
    return PackReader.read(files);
  }
}
