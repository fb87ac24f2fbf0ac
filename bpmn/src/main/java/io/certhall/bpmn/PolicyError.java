package io.certhall.bpmn;

/** A pack that can't be read, compiled or asked; the message names file and element. */
public final class PolicyError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;

  public PolicyError(String file, String message) {
    super(file + ": " + message);
    this.file = file;
  }

  public PolicyError(String file, String message, Throwable cause) {
    super(file + ": " + message, cause);
    this.file = file;
  }

  public String file() {
    return file;
  }
}
