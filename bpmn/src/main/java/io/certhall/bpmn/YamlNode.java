package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One place in a YAML file that can say where it is, and remembers what was asked for. */
final class YamlNode {

  private final String file;
  private final String path;
  private final @Nullable Object value;
  private final Set<String> read;

  private YamlNode(String file, String path, @Nullable Object value, Set<String> read) {
    this.file = file;
    this.path = path;
    this.value = value;
    this.read = read;
  }

  static YamlNode parse(String file, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new YamlNode(
          file, "", new Yaml(new SafeConstructor(options)).load(yaml), new TreeSet<>());
    } catch (YAMLException e) {
      throw new PolicyError(file, "is not well-formed YAML: " + e.getMessage(), e);
    }
  }

  YamlNode at(String key) {
    String full = path.isEmpty() ? key : path + "." + key;
    if (!(value instanceof Map<?, ?> map) || map.get(key) == null) {
      throw fault(full, "SETTING_MISSING", "缺少此项", "is missing");
    }
    read.add(full);
    return new YamlNode(file, full, map.get(key), read);
  }

  /** What may be left out; nothing where it is missing or empty. */
  Optional<YamlNode> find(String key) {
    String full = path.isEmpty() ? key : path + "." + key;
    if (value instanceof Map<?, ?> map && map.containsKey(key) && map.get(key) == null) {
      read.add(full);
      return Optional.empty();
    }
    return value instanceof Map<?, ?> map && map.containsKey(key)
        ? Optional.of(at(key))
        : Optional.empty();
  }

  String text(String key) {
    return at(key).text();
  }

  /** Words, never empty; numbers and dates are taken as they are written. */
  String text() {
    if (value == null || value instanceof Map || value instanceof List) {
      throw fault(path, "SETTING_KIND", "应为文字", "must be a text");
    }
    String text = value.toString().strip();
    if (text.isEmpty()) {
      throw fault(path, "SETTING_MISSING", "不能为空", "must not be empty");
    }
    return text;
  }

  int number(String key) {
    return at(key).number();
  }

  int number() {
    if (value instanceof Integer number) {
      return number;
    }
    throw fault(path, "SETTING_KIND", "应为整数", "must be a whole number");
  }

  boolean flag(String key) {
    return at(key).flag();
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw fault(path, "SETTING_KIND", "应为 true 或 false", "must be true or false");
  }

  /** A value of the right kind that can't be. */
  PolicyError refused(String zh, String en) {
    return fault(path, "SETTING_KIND", zh, en);
  }

  LocalText local(String key) {
    return at(key).local();
  }

  LocalText local() {
    return new LocalText(text("zh"), text("en"));
  }

  List<String> texts(String key) {
    return list(key, YamlNode::text);
  }

  List<String> texts() {
    return list(YamlNode::text);
  }

  List<Integer> numbers() {
    return list(YamlNode::number);
  }

  <E extends Enum<E>> E word(Class<E> words) {
    String text = text();
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    path,
                    "WORD_UNKNOWN",
                    "不认识：" + text,
                    "is unknown: " + text + "; one of " + List.of(words.getEnumConstants())));
  }

  <T> List<T> list(String key, Function<YamlNode, T> reader) {
    return at(key).list(reader);
  }

  private <T> List<T> list(Function<YamlNode, T> reader) {
    if (!(value instanceof List<?> list)) {
      throw fault(path, "SETTING_KIND", "应为列表", "must be a list");
    }
    List<T> result = new ArrayList<>();
    for (Object element : list) {
      String place = path + "[" + result.size() + "]";
      result.add(reader.apply(new YamlNode(file, place, element, read)));
    }
    return List.copyOf(result);
  }

  /** Paths of keys that were never asked for. */
  List<String> unread() {
    List<String> unread = new ArrayList<>();
    collect(value, path, unread);
    return unread;
  }

  private void collect(@Nullable Object tree, String place, List<String> unread) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (key, child) -> {
            String full = place.isEmpty() ? key.toString() : place + "." + key;
            if (read.contains(full)) {
              collect(child, full, unread);
            } else {
              unread.add(full);
            }
          });
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), place + "[" + i + "]", unread);
      }
    }
  }

  private PolicyError fault(String place, String code, String zh, String en) {
    return new PolicyError(file, place, code, place + " " + zh, place + " " + en);
  }
}
