package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.SimulatorPage;
import io.certhall.standalone.simulator.SimulatorPage.Html;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The wallet's pages on the payer's phone, and the list of payments that stands for scanning. */
final class WeChatPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final Html NOTHING = new Html("");

  private final SimulatorPage index = new SimulatorPage("wechat-index");
  private final SimulatorPage row = new SimulatorPage("wechat-row");
  private final SimulatorPage confirm = new SimulatorPage("wechat-confirm");
  private final SimulatorPage result = new SimulatorPage("wechat-result");
  private final PaymentBook book;
  private final Clock hallTime;

  WeChatPages(PaymentBook book, Clock hallTime) {
    this.book = book;
    this.hallTime = hallTime;
  }

  String index(@Nullable String lang) {
    String rows =
        book.payments().stream()
            .map(payment -> row(payment, lang).text())
            .collect(Collectors.joining("\n"));
    Html empty =
        rows.isEmpty()
            ? new Html("<p class=\"empty\">" + SimulatorPage.text(lang, "wechat.none") + "</p>")
            : NOTHING;
    return index
        .render(lang, Map.of("rows", new Html(rows), "empty", empty, "other", otherLanguage(lang)))
        .text();
  }

  private Html row(SimulatedPayment payment, @Nullable String lang) {
    return row.render(
        lang,
        Map.of(
            "no", payment.outTradeNo(),
            "link", UriUtils.encodePathSegment(payment.outTradeNo(), StandardCharsets.UTF_8),
            "description", payment.description(),
            "amount", yuan(payment.amountFen()),
            "state", state(payment, lang),
            "code", payment.state().name(),
            "at", TIME.format(payment.createdAt()),
            "query", "en".equals(lang) ? "?lang=en" : ""));
  }

  String phone(SimulatedPayment payment, @Nullable String lang) {
    boolean open =
        payment.state() == SimulatedPayment.State.NOTPAY && !payment.isExpired(hallTime.instant());
    Instant at = payment.paidAt() == null ? payment.createdAt() : payment.paidAt();
    return (open ? confirm : result)
        .render(
            lang,
            Map.of(
                "no",
                payment.outTradeNo(),
                "link",
                UriUtils.encodePathSegment(payment.outTradeNo(), StandardCharsets.UTF_8),
                "description",
                payment.description(),
                "amount",
                yuan(payment.amountFen()),
                "state",
                state(payment, lang),
                "code",
                payment.state().name(),
                "mark",
                payment.isPaid() ? "✓" : "!",
                "at",
                TIME.format(at),
                "query",
                "en".equals(lang) ? "?lang=en" : "",
                "other",
                otherLanguage(lang)))
        .text();
  }

  private String state(SimulatedPayment payment, @Nullable String lang) {
    boolean expired =
        payment.state() == SimulatedPayment.State.NOTPAY && payment.isExpired(hallTime.instant());
    return SimulatorPage.text(
        lang, "wechat.state." + (expired ? "EXPIRED" : payment.state().name()));
  }

  private static Html otherLanguage(@Nullable String lang) {
    return new Html(
        "en".equals(lang)
            ? "<a class=\"lang\" href=\"?\">中文</a>"
            : "<a class=\"lang\" href=\"?lang=en\">English</a>");
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
