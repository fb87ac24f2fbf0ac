package io.certhall.processes.policy.difference;

/** A draft may hold anything. */
final class UnreadableXml extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableXml(Throwable cause) {
    super(cause);
  }
}
