package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The shipped packs as they are, that of 甘肃 also and with one thing changed. */
final class TestPacks {

  private static final Map<String, HallPack> PACKS =
      PackSource.fromClasspath().stream()
          .collect(Collectors.toMap(HallPack::hall, Function.identity()));
  private static final HallPack GSCAMCE = of("gscamce");

  private TestPacks() {}

  static HallPack gscamce() {
    return GSCAMCE;
  }

  static HallPack of(String hall) {
    HallPack pack = PACKS.get(hall);
    assertThat(pack).as(hall).isNotNull();
    return pack;
  }

  static Collection<HallPack> all() {
    return PACKS.values();
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
