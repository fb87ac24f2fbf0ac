package io.certhall.standalone.simulator.sms;

import org.springframework.http.HttpStatus;

/**
 * A refusal with the provider's own code. What is wrong with the call is an HTTP error, what is
 * wrong with the message is not.
 */
final class SmsRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  private SmsRefusal(HttpStatus status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static SmsRefusal call(HttpStatus status, String code, String message) {
    return new SmsRefusal(status, code, message);
  }

  static SmsRefusal message(String code, String message) {
    return new SmsRefusal(HttpStatus.OK, code, message);
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
