package io.certhall.agent;

/**
 * A refusal of the agent itself.
 *
 * @see io.certhall.agent.token.TokenFault for those of the key
 */
final class Answer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Answer(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
