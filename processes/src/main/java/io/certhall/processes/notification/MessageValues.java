package io.certhall.processes.notification;

import io.certhall.bpmn.LocalText;
import java.util.HashMap;
import java.util.Map;

/** What stands for the placeholders of a message, in both languages. */
record MessageValues(Map<String, LocalText> texts) {

  MessageValues {
    texts = Map.copyOf(texts);
  }

  /** Values without a language: numbers, names, what people wrote. */
  static MessageValues same(Map<String, String> given) {
    Map<String, LocalText> texts = new HashMap<>();
    given.forEach((name, value) -> texts.put(name, LocalText.same(value)));
    return new MessageValues(texts);
  }

  MessageValues withDefault(String name, LocalText value) {
    Map<String, LocalText> all = new HashMap<>(texts);
    all.putIfAbsent(name, value);
    return new MessageValues(all);
  }

  Map<String, String> in(String language) {
    Map<String, String> values = new HashMap<>();
    texts.forEach((name, text) -> values.put(name, text.in(language)));
    return values;
  }
}
