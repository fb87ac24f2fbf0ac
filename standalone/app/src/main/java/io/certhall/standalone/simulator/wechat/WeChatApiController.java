package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The provider's API: every request's signature is checked, every answer is signed. */
@Hidden
@RestController
@ConditionalOnSimulators
@RequestMapping(WeChatApiController.ROOT + "/v3")
class WeChatApiController {

  static final String ROOT = "/simulators/wechatpay";

  private final MerchantSignature merchant;
  private final PlatformSignature platform;
  private final WeChatRequests requests;
  private final WeChatProvider provider;
  private final WeChatMessages messages;

  WeChatApiController(
      MerchantSignature merchant,
      PlatformSignature platform,
      WeChatRequests requests,
      WeChatProvider provider,
      WeChatMessages messages) {
    this.merchant = merchant;
    this.platform = platform;
    this.requests = requests;
    this.provider = provider;
    this.messages = messages;
  }

  @PostMapping("/pay/transactions/native")
  ResponseEntity<byte[]> prepay(
      HttpServletRequest http, @RequestBody(required = false) byte @Nullable [] bytes) {
    String body = verified(http, bytes);
    SimulatedPayment payment = provider.prepay(requests.prepay(body));
    return signed(HttpStatus.OK, WeChatMessages.json(Map.of("code_url", payment.codeUrl())));
  }

  @GetMapping("/pay/transactions/out-trade-no/{outTradeNo}")
  ResponseEntity<byte[]> query(
      HttpServletRequest http,
      @PathVariable String outTradeNo,
      @RequestParam(required = false) @Nullable String mchid) {
    verified(http, null);
    requests.requireMerchant(mchid);
    return signed(HttpStatus.OK, messages.transaction(provider.find(outTradeNo)));
  }

  @PostMapping("/pay/transactions/out-trade-no/{outTradeNo}/close")
  ResponseEntity<byte[]> close(
      HttpServletRequest http,
      @PathVariable String outTradeNo,
      @RequestBody(required = false) byte @Nullable [] bytes) {
    requests.close(verified(http, bytes));
    provider.close(outTradeNo);
    return signed(HttpStatus.NO_CONTENT, "");
  }

  @PostMapping("/refund/domestic/refunds")
  ResponseEntity<byte[]> refund(
      HttpServletRequest http, @RequestBody(required = false) byte @Nullable [] bytes) {
    SimulatedRefund refund = provider.refund(requests.refund(verified(http, bytes)));
    return signed(HttpStatus.OK, messages.refund(refund, provider.find(refund.outTradeNo())));
  }

  @GetMapping("/refund/domestic/refunds/{outRefundNo}")
  ResponseEntity<byte[]> queryRefund(HttpServletRequest http, @PathVariable String outRefundNo) {
    verified(http, null);
    SimulatedRefund refund = provider.findRefund(outRefundNo);
    return signed(HttpStatus.OK, messages.refund(refund, provider.find(refund.outTradeNo())));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(WeChatRefusal refusal) {
    return signed(
        refusal.status(),
        WeChatMessages.json(Map.of("code", refusal.code(), "message", refusal.message())));
  }

  /** The body, once its signature is proven. The merchant signs the path without our root. */
  private String verified(HttpServletRequest http, byte @Nullable [] bytes) {
    String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    String path = http.getRequestURI();
    String url = path.substring(path.indexOf(ROOT) + ROOT.length());
    if (http.getQueryString() != null) {
      url += "?" + http.getQueryString();
    }
    merchant.verify(http.getMethod(), url, http.getHeader(HttpHeaders.AUTHORIZATION), body);
    return body;
  }

  private ResponseEntity<byte[]> signed(HttpStatus status, String body) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    platform.headers(body).forEach(answer::header);
    return body.isEmpty()
        ? answer.build()
        : answer
            .contentType(MediaType.APPLICATION_JSON)
            .body(body.getBytes(StandardCharsets.UTF_8));
  }
}
