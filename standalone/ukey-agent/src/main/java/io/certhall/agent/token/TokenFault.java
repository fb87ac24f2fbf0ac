package io.certhall.agent.token;

/** Why a key did not do what was asked; the page has words for each code. */
public final class TokenFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What can go wrong, and the HTTP status it is told with. */
  public enum Code {
    TOKEN_NOT_PLUGGED(404),
    TOKEN_FAILED(502),
    PIN_WRONG(403),
    PIN_LOCKED(423),
    PIN_UNFIT(422),
    SO_PIN_WRONG(403),
    KEY_UNKNOWN(404),
    CERTIFICATE_INVALID(422),
    CERTIFICATE_OF_OTHER_KEY(409),
    ENVELOPE_INVALID(422),
    ALGORITHM_UNKNOWN(422),
    SUBJECT_INVALID(422);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Code code;

  public TokenFault(Code code, String detail) {
    super(detail);
    this.code = code;
  }

  public TokenFault(Code code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
