package io.certhall.workers.job;

/** Not a fault: an outcome the diagram draws as an error event. */
public final class BusinessOutcome extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String errorCode;

  public BusinessOutcome(String errorCode, String message) {
    super(message, null, false, false);
    this.errorCode = errorCode;
  }

  public String errorCode() {
    return errorCode;
  }
}
