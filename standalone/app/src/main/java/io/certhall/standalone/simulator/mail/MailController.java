package io.certhall.standalone.simulator.mail;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.SimulatorPage;
import io.certhall.standalone.simulator.SimulatorPage.Html;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What came by mail: a page for browsers, JSON for everyone else. */
@Hidden
@RestController
@ConditionalOnSimulators
class MailController {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final int MOST = 200;

  private final ObjectProvider<SmtpSink> sink;
  private final SimulatorPage list = new SimulatorPage("mail-list");
  private final SimulatorPage row = new SimulatorPage("mail-message");
  private final SimulatorPage file = new SimulatorPage("mail-file");

  MailController(ObjectProvider<SmtpSink> sink) {
    this.sink = sink;
  }

  /** One of {@code items}. */
  record Item(
      String id,
      Instant at,
      String from,
      List<String> to,
      String subject,
      String text,
      List<File> attachments) {}

  /** A file of an item; its content is below {@code url}. */
  record File(String name, String mediaType, int bytes, String url) {}

  @GetMapping("/simulators/mail")
  ResponseEntity<String> mails(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    SmtpSink running = sink.getIfAvailable();
    List<ReceivedMail> mails = running == null ? List.of() : running.box().mails(to);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
      return answer.contentType(HTML).body(page(mails, to, lang));
    }
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            JSON.writeValueAsString(
                Map.of("items", mails.stream().map(MailController::item).toList())));
  }

  @GetMapping("/simulators/mail/{id}/attachments/{index}")
  ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable int index) {
    SmtpSink running = sink.getIfAvailable();
    if (running == null) {
      return ResponseEntity.notFound().build();
    }
    return running
        .box()
        .find(id)
        .filter(mail -> index >= 0 && index < mail.attachments().size())
        .map(mail -> mail.attachments().get(index))
        .map(
            found ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(found.mediaType()))
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                            .filename(found.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString())
                    .body(Base64.getDecoder().decode(found.content())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static Item item(ReceivedMail mail) {
    return new Item(
        mail.id(),
        mail.at(),
        mail.from(),
        mail.to(),
        mail.subject(),
        mail.text(),
        IntStream.range(0, mail.attachments().size())
            .mapToObj(
                i -> {
                  ReceivedMail.Attachment attached = mail.attachments().get(i);
                  return new File(
                      attached.name(), attached.mediaType(), attached.bytes(), url(mail, i));
                })
            .toList());
  }

  private static String url(ReceivedMail mail, int index) {
    return "/simulators/mail/" + mail.id() + "/attachments/" + index;
  }

  private String page(List<ReceivedMail> mails, @Nullable String to, @Nullable String lang) {
    boolean english = "en".equals(lang);
    String rows =
        mails.stream()
            .limit(MOST)
            .map(mail -> message(mail, lang).text())
            .collect(Collectors.joining("\n"));
    return list.render(
            lang,
            Map.of(
                "messages", new Html(rows),
                "empty", mails.isEmpty() ? SimulatorPage.text(lang, "mail.none") : "",
                "to", Objects.requireNonNullElse(to, ""),
                "lang", english ? "en" : "zh",
                "otherLang", english ? "zh" : "en",
                "otherName", english ? "中文" : "English"))
        .text();
  }

  private Html message(ReceivedMail mail, @Nullable String lang) {
    String files =
        item(mail).attachments().stream()
            .map(each -> file.render(lang, Map.of("url", each.url(), "name", each.name())).text())
            .collect(Collectors.joining(" "));
    return row.render(
        lang,
        Map.of(
            "at", TIME.format(mail.at()),
            "to", String.join(", ", mail.to()),
            "subject", mail.subject(),
            "text", mail.text(),
            "files", new Html(files)));
  }
}
