package io.certhall.standalone.simulator.wallet;

import io.certhall.standalone.simulator.SimulatorPage;
import io.certhall.standalone.simulator.SimulatorPage.Html;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The wallet's pages on the payer's phone, and the list of payments that stands for scanning. */
final class WalletPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final Html NOTHING = new Html("");

  private final Wallet wallet;
  private final SimulatorPage index;
  private final SimulatorPage row;
  private final SimulatorPage confirm;
  private final SimulatorPage result;

  WalletPages(Wallet wallet) {
    this.wallet = wallet;
    String texts = wallet.look().name();
    this.index = new SimulatorPage("wallet-index", texts);
    this.row = new SimulatorPage("wallet-row", texts);
    this.confirm = new SimulatorPage("wallet-confirm", texts);
    this.result = new SimulatorPage("wallet-result", texts);
  }

  String index(@Nullable String lang) {
    String rows =
        wallet.payments().stream()
            .map(payment -> row.render(lang, values(payment, lang)).text())
            .collect(Collectors.joining("\n"));
    Map<String, Object> values = frame(lang);
    values.put("rows", new Html(rows));
    values.put(
        "empty",
        rows.isEmpty() ? new Html("<p class=\"empty\">" + text(lang, "none") + "</p>") : NOTHING);
    return index.render(lang, values).text();
  }

  String phone(WalletPayment payment, @Nullable String lang) {
    SimulatorPage page = payment.stage() == WalletPayment.Stage.OPEN ? confirm : result;
    return page.render(lang, values(payment, lang)).text();
  }

  private Map<String, Object> values(WalletPayment payment, @Nullable String lang) {
    Map<String, Object> values = frame(lang);
    values.put("no", payment.outTradeNo());
    values.put("link", UriUtils.encodePathSegment(payment.outTradeNo(), StandardCharsets.UTF_8));
    values.put("description", payment.description());
    values.put("amount", BigDecimal.valueOf(payment.amountFen(), 2).toPlainString());
    values.put("merchant", payment.merchant());
    values.put("state", text(lang, "state." + shownState(payment)));
    values.put("stage", payment.stage());
    values.put("mark", payment.stage().wasPaid() ? "✓" : "!");
    values.put("at", TIME.format(payment.at()));
    return values;
  }

  private Map<String, Object> frame(@Nullable String lang) {
    boolean english = "en".equals(lang);
    Map<String, Object> values = new HashMap<>();
    values.put("root", wallet.look().root());
    values.put("accent", wallet.look().accent());
    values.put("accentDark", wallet.look().accentDark());
    values.put("query", english ? "?lang=en" : "");
    values.put(
        "other",
        new Html(
            english
                ? "<a class=\"lang\" href=\"?\">中文</a>"
                : "<a class=\"lang\" href=\"?lang=en\">English</a>"));
    return values;
  }

  private static String shownState(WalletPayment payment) {
    return switch (payment.stage()) {
      case EXPIRED -> "EXPIRED";
      case REFUNDED -> "REFUND";
      case OPEN, PAID, CLOSED -> payment.state();
    };
  }

  private String text(@Nullable String lang, String key) {
    return SimulatorPage.text(lang, wallet.look().name() + "." + key);
  }
}
