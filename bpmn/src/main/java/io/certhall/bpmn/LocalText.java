package io.certhall.bpmn;

/** A text in both languages of the hall. */
public record LocalText(String zh, String en) {

  /** A text that no language changes: a name, a number. */
  public static LocalText same(String text) {
    return new LocalText(text, text);
  }

  public String in(String language) {
    return language.startsWith("en") ? en : zh;
  }
}
