package io.certhall.processes.notification;

import io.certhall.bpmn.MessageTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * A message as a provider of text messages knows it: the signature stands apart from the text, and
 * the text has numbered or named variables.
 *
 * @param text with {@code ${name}} for each variable, without signature
 * @param variables in the order of the text
 */
public record ProviderTemplate(String text, List<String> variables) {

  private static final String SIGNATURE = "【{hall}】";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  public ProviderTemplate {
    variables = List.copyOf(variables);
  }

  public static ProviderTemplate of(MessageTemplate template) {
    String words = template.text().zh();
    String body = words.startsWith(SIGNATURE) ? words.substring(SIGNATURE.length()) : words;
    return new ProviderTemplate(
        PLACEHOLDER.matcher(body).replaceAll("\\${$1}"),
        PLACEHOLDER.matcher(body).results().map(match -> match.group(1)).distinct().toList());
  }

  /**
   * Values for the variables, in their order.
   *
   * @throws IllegalArgumentException naming the first that is missing
   */
  public SequencedMap<String, String> fill(Map<String, String> values) {
    SequencedMap<String, String> filled = new LinkedHashMap<>();
    for (String variable : variables) {
      String value = values.get(variable);
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException("the message has no value for " + variable);
      }
      filled.put(variable, value);
    }
    return filled;
  }
}
