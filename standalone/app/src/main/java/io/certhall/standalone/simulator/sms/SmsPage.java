package io.certhall.standalone.simulator.sms;

import io.certhall.standalone.simulator.SimulatorPage;
import io.certhall.standalone.simulator.SimulatorPage.Html;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A phone's list of messages. */
final class SmsPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int MOST = 200;

  private final SimulatorPage list = new SimulatorPage("sms-list");
  private final SimulatorPage bubble = new SimulatorPage("sms-message");

  String render(List<ReceivedSms> messages, @Nullable String phone, @Nullable String lang) {
    String bubbles =
        messages.stream()
            .limit(MOST)
            .map(message -> bubble(message, lang).text())
            .collect(Collectors.joining("\n"));
    boolean english = "en".equals(lang);
    return list.render(
            lang,
            Map.of(
                "messages",
                new Html(bubbles),
                "empty",
                messages.isEmpty() ? SimulatorPage.text(lang, "sms.none") : "",
                "phone",
                Objects.requireNonNullElse(phone, ""),
                "lang",
                english ? "en" : "zh",
                "otherLang",
                english ? "zh" : "en",
                "otherName",
                english ? "中文" : "English"))
        .text();
  }

  private Html bubble(ReceivedSms message, @Nullable String lang) {
    return bubble.render(
        lang,
        Map.of(
            "at", TIME.format(message.at()),
            "phone", message.phone(),
            "template", message.template(),
            "lang", "en".equals(lang) ? "en" : "zh",
            "text", message.text()));
  }
}
