package io.certhall.processes.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A hall's settings as text, changed value by value: comments, order and layout stay as the manager
 * wrote them. Paths are keys joined by dots; {@code services[NEW].enabled} is found by the entry's
 * code.
 */
public final class SettingsText {

  private static final java.util.regex.Pattern ENTRY =
      java.util.regex.Pattern.compile("(\\w+)\\[(\\w+)]");

  private final String text;
  private final @Nullable Node root;

  private SettingsText(String text, @Nullable Node root) {
    this.text = text;
    this.root = root;
  }

  /** Text that is no YAML has no values and can't be changed. */
  public static SettingsText of(String text) {
    try {
      return new SettingsText(text, new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (YAMLException unreadable) {
      return new SettingsText(text, null);
    }
  }

  public String text() {
    return text;
  }

  public boolean isReadable() {
    return root instanceof MappingNode;
  }

  public Optional<String> value(String path) {
    return find(path).map(node -> node instanceof ScalarNode scalar ? scalar.getValue() : null);
  }

  public List<String> values(String path) {
    List<String> values = new ArrayList<>();
    if (find(path).orElse(null) instanceof SequenceNode list) {
      for (Node entry : list.getValue()) {
        if (entry instanceof ScalarNode scalar) {
          values.add(scalar.getValue());
        }
      }
    }
    return values;
  }

  /** The codes of a list of entries, e.g. of {@code services}. */
  public List<String> codes(String path) {
    List<String> codes = new ArrayList<>();
    if (find(path).orElse(null) instanceof SequenceNode list) {
      list.getValue()
          .forEach(entry -> child(entry, "code").map(this::scalar).ifPresent(codes::add));
    }
    return codes;
  }

  /** Words, put in quotation marks where YAML could take them for something else. */
  public SettingsText with(String path, String value) {
    return replaced(path, quoted(value));
  }

  /** A number or a truth value. */
  public SettingsText withPlain(String path, Object value) {
    return replaced(path, String.valueOf(value));
  }

  public SettingsText withAll(String path, List<String> values) {
    return replaced(
        path, "[" + String.join(", ", values.stream().map(SettingsText::quoted).toList()) + "]");
  }

  private SettingsText replaced(String path, String written) {
    Optional<Node> node = find(path);
    if (node.isEmpty()) {
      throw new IllegalArgumentException("no setting " + path);
    }
    int from = offset(node.get().getStartMark().getIndex());
    int to = offset(node.get().getEndMark().getIndex());
    if (text.substring(from, to).equals(written)) {
      return this;
    }
    // A block list or block text ends on the next line: keep that line's beginning.
    String rest = text.substring(to);
    String gap = to > from && text.charAt(to - 1) == '\n' ? "\n" : "";
    return of(text.substring(0, from) + written + gap + rest);
  }

  /** Marks count code points. */
  private int offset(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  private Optional<Node> find(String path) {
    Optional<Node> node = Optional.ofNullable(root);
    for (String step : path.split("\\.")) {
      var entry = ENTRY.matcher(step);
      node =
          entry.matches()
              ? node.flatMap(parent -> child(parent, entry.group(1)))
                  .flatMap(list -> entry(list, entry.group(2)))
              : node.flatMap(parent -> child(parent, step));
    }
    return node;
  }

  private static Optional<Node> child(Node parent, String key) {
    if (parent instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Node> entry(Node list, String code) {
    if (list instanceof SequenceNode entries) {
      for (Node entry : entries.getValue()) {
        if (child(entry, "code").map(this::scalar).filter(code::equals).isPresent()) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  private String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static String quoted(String value) {
    return value.matches("[\\p{IsHan}A-Za-z_][\\p{IsHan}A-Za-z0-9_]*")
            && !value.matches("(?i)true|false|yes|no|on|off|null|y|n")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
