package io.certhall.standalone.simulator.wallet;

import io.certhall.standalone.simulator.PhonePayment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The payer's phone: as pages for people, and as one call for tests. */
public abstract class WalletPhoneController {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Wallet wallet;
  private final WalletPages pages;

  protected WalletPhoneController(Wallet wallet) {
    this.wallet = wallet;
    this.pages = new WalletPages(wallet);
  }

  @GetMapping
  ResponseEntity<String> index(@RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().contentType(HTML).body(pages.index(lang));
  }

  @GetMapping("/{outTradeNo}")
  ResponseEntity<String> phone(
      @PathVariable String outTradeNo, @RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().contentType(HTML).body(pages.phone(wallet.scan(outTradeNo), lang));
  }

  /** The page's button. A second press shows that it is paid. */
  @PostMapping(path = "/{outTradeNo}/pay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Void> press(
      @PathVariable String outTradeNo, @RequestParam(required = false) @Nullable String lang) {
    if (!wallet.find(outTradeNo).stage().wasPaid()) {
      wallet.pay(outTradeNo).sending().send(1, Duration.ZERO);
    }
    UriComponentsBuilder page =
        UriComponentsBuilder.fromPath(wallet.look().root()).pathSegment(outTradeNo);
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
    PhonePayment ask = PhonePayment.read(body, wallet::refusal);
    WalletReport report = report(wallet.find(outTradeNo), ask);
    report.sending().send(ask.copies(), ask.delay());
    WalletPayment now = wallet.find(outTradeNo);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("outTradeNo", outTradeNo);
    answer.put("tradeState", now.state());
    answer.put("amountFen", now.amountFen());
    if (now.transactionId() != null) {
      answer.put("transactionId", now.transactionId());
    }
    answer.put("notifyId", report.id());
    answer.put("notifiedAmountFen", report.amountFen());
    answer.put("times", ask.copies());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
  }

  private WalletReport report(WalletPayment payment, PhonePayment ask) {
    if (ask.isFalseFor(payment.amountFen())) {
      return wallet.payFalsely(payment.outTradeNo(), ask.amountFen());
    }
    return payment.stage().wasPaid() && ask.times() != null
        ? wallet.reportAgain(payment.outTradeNo())
        : wallet.pay(payment.outTradeNo());
  }

  protected static ResponseEntity<Map<String, String>> refused(
      HttpStatus status, String code, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("code", code, "message", message));
  }
}
