package io.certhall.backoffice.payment;

import io.certhall.backoffice.payment.alipay.AlipayGateway;
import io.certhall.backoffice.payment.wechat.WeChatPayGateway;
import io.certhall.processes.payment.PaymentGateway;
import io.certhall.processes.payment.PaymentGateways;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.refusal.Refusal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One gateway for each merchant account, made when it is first asked for. */
final class HallPaymentGateways implements PaymentGateways {

  private final WeChatMerchants weChat;
  private final AlipayMerchants alipay;
  private final PublicUrl publicUrl;
  private final Map<Record, PaymentGateway> open = new ConcurrentHashMap<>();

  HallPaymentGateways(WeChatMerchants weChat, AlipayMerchants alipay, PublicUrl publicUrl) {
    this.weChat = weChat;
    this.alipay = alipay;
    this.publicUrl = publicUrl;
  }

  @Override
  public PaymentGateway of(String hall, PaymentMethod method) {
    return switch (method) {
      case WECHAT -> gateway(weChat.of(hall), WeChatPayGateway::new);
      case ALIPAY -> gateway(alipay.of(hall), AlipayGateway::new);
      case TRANSFER -> throw notOffered();
    };
  }

  private <S extends Record> PaymentGateway gateway(
      Optional<S> settings, Function<S, PaymentGateway> make) {
    S account = settings.orElseThrow(HallPaymentGateways::notOffered);
    return open.computeIfAbsent(account, key -> make.apply(account));
  }

  @Override
  public URI notifyUrl(String hall, PaymentMethod method) {
    return switch (method) {
      case WECHAT -> publicUrl.of("/callbacks/wechatpay/" + hall);
      case ALIPAY -> publicUrl.of("/callbacks/alipay/" + hall);
      case TRANSFER -> throw notOffered();
    };
  }

  private static Refusal notOffered() {
    return Refusal.rule("method", "METHOD_NOT_OFFERED");
  }
}
