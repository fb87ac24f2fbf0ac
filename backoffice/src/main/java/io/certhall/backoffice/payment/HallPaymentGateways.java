package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.wechat.WeChatPayGateway;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import io.certhall.processes.payment.PaymentGateway;
import io.certhall.processes.payment.PaymentGateways;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.refusal.Refusal;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One gateway for each merchant account, made when it is first asked for. */
final class HallPaymentGateways implements PaymentGateways {

  private final WeChatMerchants weChat;
  private final PublicUrl publicUrl;
  private final Map<WeChatPaySettings, WeChatPayGateway> open = new ConcurrentHashMap<>();

  HallPaymentGateways(WeChatMerchants weChat, PublicUrl publicUrl) {
    this.weChat = weChat;
    this.publicUrl = publicUrl;
  }

  @Override
  public PaymentGateway of(String hall, PaymentMethod method) {
    return switch (method) {
      case WECHAT ->
          weChat
              .of(hall)
              .map(settings -> open.computeIfAbsent(settings, WeChatPayGateway::new))
              .orElseThrow(HallPaymentGateways::notOffered);
      case ALIPAY, BANK_TRANSFER -> throw notOffered();
    };
  }

  @Override
  public URI notifyUrl(String hall, PaymentMethod method) {
    return switch (method) {
      case WECHAT -> publicUrl.of("/callbacks/wechatpay/" + hall);
      case ALIPAY, BANK_TRANSFER -> throw notOffered();
    };
  }

  private static Refusal notOffered() {
    return Refusal.rule("method", "METHOD_NOT_OFFERED");
  }
}
