package io.certhall.processes.refusal;

/** Why a request is refused; each kind has one HTTP status (RFC 9110) and one tone on screen. */
public enum RefusalKind {
  MALFORMED(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  /** Also for what exists but is not the caller's. */
  NOT_FOUND(404),
  /** Wrong state or stale version. */
  CONFLICT(409),
  TOO_LARGE(413),
  UNSUPPORTED_TYPE(415),
  /** A rule of the hall refuses. */
  RULE(422),
  TOO_MANY(429);

  private final int status;

  RefusalKind(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
