package io.certhall.backoffice.policy;

import io.certhall.backoffice.shell.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call the files of a policy, and the order in which they look at them. */
public final class PolicyFileNames {

  private static final Pattern PROCESS_NAME =
      Pattern.compile("<(?:\\w+:)?process\\b[^>]*\\bname=\"([^\"]+)\"");
  private static final List<String> FIRST =
      List.of(
          "order.bpmn", "fees.dmn", "materials.dmn", "limits.dmn", "hall.yaml", "messages.yaml");

  private PolicyFileNames() {}

  /** The hall's own files first, then the shared blocks. */
  public static List<String> inOrder(Map<String, String> files) {
    List<String> names = new ArrayList<>(files.keySet());
    names.sort(Comparator.<String>comparingInt(PolicyFileNames::rank).thenComparing(name -> name));
    return names;
  }

  private static int rank(String file) {
    int rank = FIRST.indexOf(file);
    return rank >= 0 ? rank : isShared(file) ? FIRST.size() + 1 : FIRST.size();
  }

  public static boolean isShared(String file) {
    return file.startsWith("shared/");
  }

  /** E.g. 价格; a block by the name of its process. */
  public static String label(String file, Map<String, String> files) {
    return switch (file) {
      case "order.bpmn" -> Texts.of("policy.file.order");
      case "fees.dmn", "materials.dmn", "limits.dmn" -> Texts.of("staff.policy.file." + file);
      case "hall.yaml" -> Texts.of("staff.policy.settings");
      case "messages.yaml" -> Texts.of("staff.policy.messages");
      case "shared/messages.yaml" -> Texts.of("policy.file.sharedMessages");
      default -> {
        Matcher name = PROCESS_NAME.matcher(files.getOrDefault(file, ""));
        yield name.find() && file.endsWith(".bpmn") ? name.group(1) : file;
      }
    };
  }
}
