package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The certificate profiles as files, one per hall and type: {@code <hall>/<TYPE>.yaml}, or {@code
 * standard/<TYPE>.yaml} where a hall has none of its own. A file may begin with {@code base:
 * standard/ORG} and say only what differs. Files of the installation go before the shipped ones
 * (decision 0011).
 */
public final class ProfileFiles {

  public static final String STANDARD = "standard";
  private static final String RESOURCES = "/io/certhall/workers/ca/profiles/";
  private static final int DEEPEST = 4;

  private final @Nullable Path folder;

  private ProfileFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  public static ProfileFiles shipped() {
    return new ProfileFiles(null);
  }

  /**
   * @param folder of the installation's own files; need not exist
   */
  public static ProfileFiles under(Path folder) {
    return new ProfileFiles(folder);
  }

  /**
   * Reads and checks a hall's profiles.
   *
   * @param baseUrl where the addresses in certificates begin
   * @throws CaFault PROFILE_…, naming file and field
   */
  public HallProfiles forHall(String hall, String baseUrl) {
    var types = new ArrayList<ProfileData>();
    var first = "";
    for (var type : SubjectType.values()) {
      var own = hall + "/" + type;
      var name = text(own).isPresent() ? own : STANDARD + "/" + type;
      var fields = new ProfileFields(file(name), "", merged(name, 0));
      var data = new ProfileReader(fields, type).read();
      // The list says where it belongs: one place for all types.
      if (!types.isEmpty() && !types.getFirst().urls().equals(data.urls())) {
        throw new CaFault(
            FaultCode.PROFILE_FIELD_INVALID,
            first + ", " + file(name),
            "urls",
            data.urls() + " ≠ " + types.getFirst().urls());
      }
      first = types.isEmpty() ? file(name) : first;
      types.add(data);
    }
    return new HallProfiles(baseUrl, List.copyOf(types));
  }

  /** The file's fields over those of its base. */
  private Map<String, Object> merged(String name, int depth) {
    var own = parsed(name);
    var base = own.get("base");
    if (base == null) {
      return own;
    }
    if (depth == DEEPEST || !base.toString().matches("[a-z0-9-]+/[A-Z_]+")) {
      throw new CaFault(FaultCode.PROFILE_FIELD_INVALID, file(name), "base", base);
    }
    var merged = new LinkedHashMap<>(merged(base.toString(), depth + 1));
    merged.putAll(own);
    return merged;
  }

  private Map<String, Object> parsed(String name) {
    var text =
        text(name).orElseThrow(() -> new CaFault(FaultCode.PROFILE_FILE_MISSING, file(name)));
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object value = new Yaml(new SafeConstructor(options)).load(text);
      var fields = new LinkedHashMap<String, Object>();
      ProfileFields.of(file(name), "", value)
          .values()
          .forEach((key, field) -> fields.put(String.valueOf(key), field));
      return fields;
    } catch (YAMLException e) {
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, file(name), e.getMessage());
    }
  }

  private String file(String name) {
    return folder != null && Files.exists(folder.resolve(name + ".yaml"))
        ? folder.resolve(name + ".yaml").toString()
        : name + ".yaml";
  }

  private Optional<String> text(String name) {
    try {
      if (folder != null && Files.exists(folder.resolve(name + ".yaml"))) {
        return Optional.of(Files.readString(folder.resolve(name + ".yaml")));
      }
      try (InputStream stream =
          ProfileFiles.class.getResourceAsStream(RESOURCES + name + ".yaml")) {
        return stream == null
            ? Optional.empty()
            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, file(name), e.toString());
    }
  }
}
