package io.certhall.standalone.simulator.aliyun;

import org.springframework.http.HttpStatus;

/**
 * A refusal with the provider's own code. What is wrong with the call is an HTTP error, what is
 * wrong with the message is not.
 */
public final class CallRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  private CallRefusal(HttpStatus status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public static CallRefusal call(HttpStatus status, String code, String message) {
    return new CallRefusal(status, code, message);
  }

  public static CallRefusal message(String code, String message) {
    return new CallRefusal(HttpStatus.OK, code, message);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
