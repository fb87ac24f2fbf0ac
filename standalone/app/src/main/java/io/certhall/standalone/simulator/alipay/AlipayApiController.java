package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.alipay.SimulatedAlipayMerchants.Merchant;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open gateway: one address, the method is a parameter; every answer is signed. */
@Hidden
@RestController
@ConditionalOnSimulators
@RequestMapping(AlipayApiController.ROOT)
class AlipayApiController {

  static final String ROOT = "/simulators/alipay";

  private static final MediaType JSON_AS_TEXT =
      new MediaType("text", "html", StandardCharsets.UTF_8);

  private final AlipaySignatures signatures;
  private final AlipayProvider provider;
  private final AlipayMessages messages;
  private final TradeBook book;

  AlipayApiController(
      AlipaySignatures signatures,
      AlipayProvider provider,
      AlipayMessages messages,
      TradeBook book) {
    this.signatures = signatures;
    this.provider = provider;
    this.messages = messages;
    this.book = book;
  }

  @PostMapping("/gateway.do")
  ResponseEntity<String> call(@RequestParam Map<String, String> parameters) {
    String method = parameters.getOrDefault("method", "");
    Map<String, Object> content;
    try {
      Merchant merchant = signatures.verify(parameters);
      content = carryOut(method, merchant, parameters);
    } catch (AlipayRefusal refusal) {
      content = AlipayMessages.refused(refusal);
    }
    return ResponseEntity.ok().contentType(JSON_AS_TEXT).body(messages.answer(method, content));
  }

  private Map<String, Object> carryOut(
      String method, Merchant merchant, Map<String, String> parameters) {
    String biz = parameters.getOrDefault("biz_content", "");
    String app = merchant.appId();
    return switch (method) {
      case "alipay.trade.precreate" ->
          AlipayMessages.precreated(
              provider.precreate(app, AlipayRequests.precreate(biz, parameters.get("notify_url"))));
      case "alipay.trade.query" ->
          AlipayMessages.trade(provider.query(app, AlipayRequests.outTradeNo(biz)));
      case "alipay.trade.close" -> {
        String outTradeNo = AlipayRequests.outTradeNo(biz);
        provider.close(app, outTradeNo);
        yield AlipayMessages.closed(provider.find(outTradeNo));
      }
      case "alipay.trade.refund" ->
          AlipayMessages.refunded(provider.refund(app, AlipayRequests.refund(biz)));
      case "alipay.trade.fastpay.refund.query" -> {
        SimulatedTrade trade = provider.query(app, AlipayRequests.outTradeNo(biz));
        yield AlipayMessages.refund(
            book.refund(trade.outTradeNo(), AlipayRequests.outRequestNo(biz)).orElse(null), trade);
      }
      default -> throw AlipayRefusal.invalid("isv.invalid-method", "不存在的方法名");
    };
  }
}
