package io.certhall.bpmn;

/** A pack that can't be read, compiled or asked; the message names file and element. */
public final class PolicyError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String element;
  private final String code;
  private final String messageZh;
  private final String messageEn;

  public PolicyError(String file, String message) {
    this(file, "", "UNREADABLE", message, message);
  }

  public PolicyError(String file, String message, Throwable cause) {
    this(file, message);
    initCause(cause);
  }

  PolicyError(String file, String element, String code, String messageZh, String messageEn) {
    super(file + (element.isEmpty() ? "" : " " + element) + ": " + messageEn);
    this.file = file;
    this.element = element;
    this.code = code;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
  }

  public String file() {
    return file;
  }

  /** The same as a finding of the checks: it stops a publication. */
  PolicyFinding finding() {
    return new PolicyFinding(
        PolicyFinding.Severity.ERROR, file, element, code, messageZh, messageEn);
  }
}
