package io.certhall.standalone.simulator.sms;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the phones show: a page for browsers, JSON for everyone else. */
@Hidden
@RestController
@ConditionalOnSimulators
class SmsPhoneController {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Phones phones;
  private final SmsPage page;

  SmsPhoneController(Phones phones, SmsPage page) {
    this.phones = phones;
    this.page = page;
  }

  /** One of {@code items}. */
  record Item(Instant at, String phone, String template, String text) {}

  @GetMapping("/simulators/sms")
  ResponseEntity<String> messages(
      @RequestParam(required = false) @Nullable String phone,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    List<ReceivedSms> messages = phones.messages(phone);
    boolean browser = accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (browser) {
      return answer.contentType(HTML).body(page.render(messages, phone, lang));
    }
    List<Item> items =
        messages.stream().map(m -> new Item(m.at(), m.phone(), m.template(), m.text())).toList();
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsString(Map.of("items", items)));
  }
}
