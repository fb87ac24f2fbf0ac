package io.certhall.bpmn;

/**
 * Something the checks found in a pack.
 *
 * @param element id of the element, or empty
 */
public record PolicyFinding(
    Severity severity,
    String file,
    String element,
    String code,
    String messageZh,
    String messageEn) {

  public enum Severity {
    ERROR,
    WARNING
  }

  /** Errors stop a publication. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
