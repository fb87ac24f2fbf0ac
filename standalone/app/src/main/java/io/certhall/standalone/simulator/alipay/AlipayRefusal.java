package io.certhall.standalone.simulator.alipay;

/** A refusal with the provider's own codes, as its answers carry them. */
final class AlipayRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final String BUSINESS = "40004";
  private static final String INVALID = "40002";

  private final String code;
  private final String subCode;

  private AlipayRefusal(String code, String subCode, String subMessage) {
    super(subMessage);
    this.code = code;
    this.subCode = subCode;
  }

  /** The gateway does not take the request. */
  static AlipayRefusal invalid(String subCode, String subMessage) {
    return new AlipayRefusal(INVALID, subCode, subMessage);
  }

  static AlipayRefusal parameter(String field, String what) {
    return business("ACQ.INVALID_PARAMETER", "参数有误：" + field + " " + what);
  }

  static AlipayRefusal business(String subCode, String subMessage) {
    return new AlipayRefusal(BUSINESS, subCode, subMessage);
  }

  static AlipayRefusal noSuchTrade() {
    return business("ACQ.TRADE_NOT_EXIST", "交易不存在");
  }

  static AlipayRefusal paid() {
    return business("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
  }

  static AlipayRefusal closed() {
    return business("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
  }

  String code() {
    return code;
  }

  String subCode() {
    return subCode;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
