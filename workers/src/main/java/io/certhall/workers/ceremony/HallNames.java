package io.certhall.workers.ceremony;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PackSource;
import io.certhall.workers.ca.CaSpec;
import io.certhall.workers.ca.profile.ProfileFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The halls a CA can be made for: those of the policy packs, shipped and own. */
record HallNames(Map<String, HallPack> packs, Path profiles) {

  /** Relying parties read no address in a CA's own certificate. */
  private static final String NO_ADDRESS = "http://127.0.0.1";

  static HallNames of(Path data) {
    var packs = new TreeMap<String, HallPack>();
    PackSource.fromClasspath().forEach(pack -> packs.put(pack.hall(), pack));
    var own = System.getProperty("certhall.policies.folder", "");
    if (!own.isBlank()) {
      try {
        PackSource.fromOwnFolder(Path.of(own), broken -> {})
            .forEach(pack -> packs.put(pack.hall(), pack));
      } catch (IOException e) {
        throw new UncheckedIOException(own, e);
      }
    }
    return new HallNames(packs, data.resolve("profiles"));
  }

  CaSpec spec(String hall, CaOptions options) {
    var pack = packs.get(hall);
    var organisation = options.organisation();
    var commonName = options.commonName();
    if (pack == null && (organisation == null || commonName == null)) {
      throw new CommandRefused(
          "没有大厅 %1$s 的策略包，现有：%2$s；其他大厅请给出 --organisation 和 --common-name\n"
                  .formatted(hall, String.join(", ", packs.keySet()))
              + "There is no policy pack of hall %1$s, known: %2$s; others need --organisation and --common-name"
                  .formatted(hall, String.join(", ", packs.keySet())));
    }
    return new CaSpec(
        hall,
        organisation != null || pack == null
            ? String.valueOf(organisation)
            : pack.settings().ca().organisation(),
        commonName != null || pack == null
            ? String.valueOf(commonName)
            : pack.settings().ca().commonName(),
        ProfileFiles.under(profiles).forHall(hall, NO_ADDRESS));
  }
}
