package io.certhall.bpmn;

/** A text in both languages of the hall. */
public record LocalText(String zh, String en) {

  public String in(String language) {
    return language.startsWith("en") ? en : zh;
  }
}
