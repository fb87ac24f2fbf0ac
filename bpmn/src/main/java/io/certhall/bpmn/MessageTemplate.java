package io.certhall.bpmn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One notification: where it goes and its words with {@code {placeholders}}. */
public record MessageTemplate(String id, List<Channel> channels, LocalText text) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

  public enum Channel {
    SMS,
    IN_APP,
    MAIL
  }

  /** Names of the placeholders, in the order of the Chinese text. */
  public Set<String> placeholders() {
    return placeholders("zh");
  }

  Set<String> placeholders(String language) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text.in(language));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  public boolean isSms() {
    return channels.contains(Channel.SMS);
  }

  /** The words as a provider approves them: without the signature, which it puts in front. */
  public String smsBody(String language) {
    return text.in(language).replaceFirst("^[【\\[]\\{hall\\}[】\\]]\\s*", "");
  }

  /**
   * The words with the values put in.
   *
   * @throws IllegalArgumentException when a value is missing
   */
  public String render(String language, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text.in(language))
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException(id + " needs {" + match.group(1) + "}");
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
