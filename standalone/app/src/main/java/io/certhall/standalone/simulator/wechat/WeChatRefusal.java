package io.certhall.standalone.simulator.wechat;

import org.springframework.http.HttpStatus;

/** A refusal with the provider's own code, as its error bodies carry it. */
final class WeChatRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  WeChatRefusal(HttpStatus status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static WeChatRefusal parameter(String field, String what) {
    return new WeChatRefusal(HttpStatus.BAD_REQUEST, "PARAM_ERROR", "参数错误：" + field + " " + what);
  }

  static WeChatRefusal signature(String why) {
    return new WeChatRefusal(HttpStatus.UNAUTHORIZED, "SIGN_ERROR", "错误的签名：" + why);
  }

  static WeChatRefusal noSuchOrder() {
    return new WeChatRefusal(HttpStatus.NOT_FOUND, "ORDER_NOT_EXIST", "订单不存在");
  }

  static WeChatRefusal paid() {
    return new WeChatRefusal(HttpStatus.BAD_REQUEST, "ORDERPAID", "订单已支付");
  }

  static WeChatRefusal closed() {
    return new WeChatRefusal(HttpStatus.BAD_REQUEST, "ORDER_CLOSED", "订单已关闭");
  }

  static WeChatRefusal invalid(String message) {
    return new WeChatRefusal(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", message);
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
