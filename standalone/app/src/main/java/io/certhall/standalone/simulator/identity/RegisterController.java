package io.certhall.standalone.simulator.identity;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.SimulatorPage;
import io.certhall.standalone.simulator.SimulatorPage.Html;
import io.certhall.standalone.simulator.identity.PersonRegister.Answer;
import io.certhall.standalone.simulator.identity.PersonRegister.Asked;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the register was asked, and the answers it is to give. */
@Hidden
@RestController
@ConditionalOnSimulators
class RegisterController {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final PersonRegister register;
  private final SimulatorPage list = new SimulatorPage("identity-list");
  private final SimulatorPage row = new SimulatorPage("identity-row");

  RegisterController(PersonRegister register) {
    this.register = register;
  }

  /** From now on this number gets this answer. */
  record Ruling(@Nullable String idNo, @Nullable Answer answer) {}

  @PostMapping(value = "/simulators/identity/people", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> rule(@RequestBody Ruling ruling) {
    if (ruling.idNo() == null || ruling.idNo().isBlank() || ruling.answer() == null) {
      return ResponseEntity.badRequest().body("idNo and answer are needed");
    }
    register.answer(ruling.idNo().strip(), ruling.answer());
    return ResponseEntity.noContent().build();
  }

  /** The page's form. */
  @PostMapping(
      value = "/simulators/identity/people",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Void> rule(@RequestParam String idNo, @RequestParam Answer answer) {
    register.answer(idNo.strip(), answer);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/simulators/identity"))
        .build();
  }

  @GetMapping("/simulators/identity")
  ResponseEntity<String> asked(
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    List<Asked> asked = register.asked();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
      return answer.contentType(HTML).body(page(asked, lang));
    }
    return answer
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsString(Map.of("items", asked)));
  }

  private String page(List<Asked> asked, @Nullable String lang) {
    boolean english = "en".equals(lang);
    String rows =
        asked.stream()
            .map(
                one ->
                    row.render(
                            lang,
                            Map.of(
                                "at", TIME.format(one.at()),
                                "name", one.nameMasked(),
                                "idNo", one.idNoMasked(),
                                "action", one.action(),
                                "answer", one.answer().name()))
                        .text())
            .collect(Collectors.joining("\n"));
    return list.render(
            lang,
            Map.of(
                "rows", new Html(rows),
                "empty", asked.isEmpty() ? SimulatorPage.text(lang, "identity.none") : "",
                "lang", english ? "en" : "zh",
                "otherLang", english ? "zh" : "en",
                "otherName", english ? "中文" : "English"))
        .text();
  }
}
