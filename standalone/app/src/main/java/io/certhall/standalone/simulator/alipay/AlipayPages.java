package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.SimulatorPage;
import io.certhall.standalone.simulator.SimulatorPage.Html;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The wallet's pages on the payer's phone, and the list of trades that stands for scanning. */
final class AlipayPages {

  private static final Html NOTHING = new Html("");

  private final SimulatorPage index = new SimulatorPage("alipay-index");
  private final SimulatorPage row = new SimulatorPage("alipay-row");
  private final SimulatorPage confirm = new SimulatorPage("alipay-confirm");
  private final SimulatorPage result = new SimulatorPage("alipay-result");
  private final TradeBook book;
  private final SimulatedAlipayMerchants merchants;
  private final Clock hallTime;

  AlipayPages(TradeBook book, SimulatedAlipayMerchants merchants, Clock hallTime) {
    this.book = book;
    this.merchants = merchants;
    this.hallTime = hallTime;
  }

  String index(@Nullable String lang) {
    String rows =
        book.trades().stream()
            .map(trade -> row.render(lang, values(trade, lang)).text())
            .collect(Collectors.joining("\n"));
    Html empty =
        rows.isEmpty()
            ? new Html("<p class=\"empty\">" + SimulatorPage.text(lang, "alipay.none") + "</p>")
            : NOTHING;
    return index
        .render(lang, Map.of("rows", new Html(rows), "empty", empty, "other", otherLanguage(lang)))
        .text();
  }

  String phone(SimulatedTrade trade, @Nullable String lang) {
    boolean open = trade.isPayable() && !trade.isExpired(hallTime.instant());
    return (open ? confirm : result).render(lang, values(trade, lang)).text();
  }

  private Map<String, Object> values(SimulatedTrade trade, @Nullable String lang) {
    String state = state(trade);
    Instant at = trade.paidAt() == null ? trade.createdAt() : trade.paidAt();
    Map<String, Object> values = new HashMap<>();
    values.put("no", trade.outTradeNo());
    values.put("link", UriUtils.encodePathSegment(trade.outTradeNo(), StandardCharsets.UTF_8));
    values.put("description", trade.subject());
    values.put("amount", AlipayMessages.yuan(trade.amountFen()));
    values.put(
        "merchant",
        merchants
            .application(trade.appId())
            .map(SimulatedAlipayMerchants.Merchant::hall)
            .orElse(trade.appId()));
    values.put("state", SimulatorPage.text(lang, "alipay.state." + state));
    values.put("code", state);
    values.put("mark", trade.isPaid() ? "✓" : "!");
    values.put("at", AlipaySignatures.TIME.format(at));
    values.put("query", "en".equals(lang) ? "?lang=en" : "");
    values.put("other", otherLanguage(lang));
    return values;
  }

  private String state(SimulatedTrade trade) {
    if (trade.isPayable() && trade.isExpired(hallTime.instant())) {
      return "EXPIRED";
    }
    return trade.isPaid() && trade.state() == SimulatedTrade.State.TRADE_CLOSED
        ? "REFUND"
        : trade.state().name();
  }

  private static Html otherLanguage(@Nullable String lang) {
    return new Html(
        "en".equals(lang)
            ? "<a class=\"lang\" href=\"?\">中文</a>"
            : "<a class=\"lang\" href=\"?lang=en\">English</a>");
  }
}
