package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.PhonePayment;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The payer's phone: as pages for people, and as one call for tests. */
@Hidden
@RestController
@ConditionalOnSimulators
@RequestMapping(WeChatApiController.ROOT)
class WeChatPhoneController {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final WeChatProvider provider;
  private final WeChatNotifier notifier;
  private final WeChatPages pages;

  WeChatPhoneController(WeChatProvider provider, WeChatNotifier notifier, WeChatPages pages) {
    this.provider = provider;
    this.notifier = notifier;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> index(@RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().contentType(HTML).body(pages.index(lang));
  }

  @GetMapping("/{outTradeNo}")
  ResponseEntity<String> phone(
      @PathVariable String outTradeNo, @RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().contentType(HTML).body(pages.phone(provider.find(outTradeNo), lang));
  }

  /** The page's button. A second press shows that it is paid. */
  @PostMapping(path = "/{outTradeNo}/pay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Void> press(
      @PathVariable String outTradeNo, @RequestParam(required = false) @Nullable String lang) {
    if (!provider.find(outTradeNo).isPaid()) {
      notifier.send(provider.pay(outTradeNo), 1, Duration.ZERO);
    }
    UriComponentsBuilder page =
        UriComponentsBuilder.fromPath(WeChatApiController.ROOT).pathSegment(outTradeNo);
    if ("en".equals(lang)) {
      page.queryParam("lang", "en");
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(page.encode().build().toUri())
        .build();
  }

  @PostMapping("/{outTradeNo}/pay")
  ResponseEntity<Map<String, Object>> pay(
      @PathVariable String outTradeNo, @RequestBody(required = false) byte @Nullable [] body) {
    PhonePayment ask = PhonePayment.read(body, WeChatRefusal::parameter);
    SimulatedNotification report = report(provider.find(outTradeNo), ask);
    notifier.send(report, ask.copies(), ask.delay());
    SimulatedPayment now = provider.find(outTradeNo);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("outTradeNo", outTradeNo);
    answer.put("tradeState", now.state().name());
    answer.put("amountFen", now.amountFen());
    if (now.transactionId() != null) {
      answer.put("transactionId", now.transactionId());
    }
    answer.put("notifyId", report.id());
    answer.put("notifiedAmountFen", report.amountFen());
    answer.put("times", ask.copies());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
  }

  private SimulatedNotification report(SimulatedPayment payment, PhonePayment ask) {
    if (ask.isFalseFor(payment.amountFen())) {
      return provider.payFalsely(payment.outTradeNo(), ask.amountFen());
    }
    return payment.isPaid() && ask.times() != null
        ? provider.reportAgain(payment.outTradeNo())
        : provider.pay(payment.outTradeNo());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(WeChatRefusal refusal) {
    HttpStatus status =
        switch (refusal.code()) {
          case "ORDERPAID", "ORDER_CLOSED" -> HttpStatus.CONFLICT;
          default -> refusal.status();
        };
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("code", refusal.code(), "message", refusal.message()));
  }
}
