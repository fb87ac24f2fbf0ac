package io.certhall.processes.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * XHTML with gaps. {@code {{name}}} puts a value in, always escaped; <code>{{#rows}}…{{/rows}}
 * </code> repeats for each entry of a list, or stands once for {@code true}; {@code {{>file}}}
 * includes another resource of the same folder. There is no way to put markup in.
 */
public final class PageTemplate {

  private static final Pattern TAG = Pattern.compile("\\{\\{([#/>]?)\\s*([A-Za-z0-9.-]+)\\s*}}");

  private sealed interface Part {}

  private record Text(String markup) implements Part {}

  private record Gap(String name) implements Part {}

  private record Section(String name, List<Part> parts) implements Part {}

  private final String file;
  private final List<Part> parts;

  private PageTemplate(String file, List<Part> parts) {
    this.file = file;
    this.parts = parts;
  }

  /**
   * @param owner the class beside which the file lies
   */
  public static PageTemplate of(Class<?> owner, String file) {
    return parse(file, included(owner, file));
  }

  static PageTemplate parse(String file, String source) {
    Deque<Section> open = new ArrayDeque<>();
    open.push(new Section("", new ArrayList<>()));
    Matcher tag = TAG.matcher(source);
    int from = 0;
    while (tag.find()) {
      open.element().parts().add(new Text(source.substring(from, tag.start())));
      from = tag.end();
      String name = tag.group(2);
      switch (tag.group(1)) {
        case "" -> open.element().parts().add(new Gap(name));
        case "#" -> open.push(new Section(name, new ArrayList<>()));
        default -> {
          Section closed = open.pop();
          if (open.isEmpty() || !closed.name().equals(name)) {
            throw new IllegalStateException(file + ": {{/" + name + "}} closes nothing");
          }
          open.element().parts().add(closed);
        }
      }
    }
    if (open.size() > 1) {
      throw new IllegalStateException(file + ": {{#" + open.element().name() + "}} is not closed");
    }
    open.element().parts().add(new Text(source.substring(from)));
    return new PageTemplate(file, open.element().parts());
  }

  /**
   * @param values strings, booleans, or lists of maps of the same kind; inner values first
   * @throws IllegalStateException when one is missing
   */
  public String fill(Map<String, ?> values) {
    StringBuilder out = new StringBuilder(8 * 1024);
    Deque<Map<String, ?>> scopes = new ArrayDeque<>();
    scopes.push(values);
    fill(parts, scopes, out);
    return out.toString();
  }

  private void fill(List<Part> some, Deque<Map<String, ?>> scopes, StringBuilder out) {
    for (Part part : some) {
      switch (part) {
        case Text text -> out.append(text.markup());
        case Gap gap -> escape(String.valueOf(value(gap.name(), scopes)), out);
        case Section section -> {
          Object value = value(section.name(), scopes);
          if (value instanceof List<?> entries) {
            entries.forEach(entry -> inside(section, entry, scopes, out));
          } else if (Boolean.TRUE.equals(value)) {
            fill(section.parts(), scopes, out);
          }
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void inside(
      Section section, Object entry, Deque<Map<String, ?>> scopes, StringBuilder out) {
    scopes.push((Map<String, ?>) entry);
    fill(section.parts(), scopes, out);
    scopes.pop();
  }

  private Object value(String name, Deque<Map<String, ?>> scopes) {
    for (Map<String, ?> scope : scopes) {
      @Nullable Object value = scope.get(name);
      if (value != null) {
        return value;
      }
    }
    throw new IllegalStateException(file + " needs " + name);
  }

  /** Also drops what XML cannot hold. */
  private static void escape(String value, StringBuilder out) {
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  if (isAllowed(c)) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String included(Class<?> owner, String file) {
    return TAG.matcher(read(owner, file))
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    tag.group(1).equals(">") ? included(owner, tag.group(2)) : tag.group()));
  }

  private static String read(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file + " beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
