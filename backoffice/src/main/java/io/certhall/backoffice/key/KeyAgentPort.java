package io.certhall.backoffice.key;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * In the page: asks the key agent and shows, in words, why it did not answer. The browser asks; the
 * hall never reaches the user's machine itself.
 */
@Tag("div")
@JavaScript("context://key/key-agent.js")
public class KeyAgentPort extends Div {

  private static final long serialVersionUID = 1L;

  private static final Set<String> KNOWN =
      Set.of(
          "AGENT_ABSENT",
          "PAIRING_CODE_WRONG",
          "PAIRING_CLOSED",
          "ORIGIN_REFUSED",
          "PIN_WRONG",
          "PIN_LOCKED",
          "PIN_UNFIT",
          "TOKEN_NOT_PLUGGED",
          "SO_PIN_WRONG",
          "GRANT_USED",
          "GRANT_EXPIRED",
          "GRANT_INVALID",
          "GRANT_OF_OTHER_AGENT",
          "CERTIFICATE_OF_OTHER_KEY",
          "KEY_UNKNOWN",
          "ENVELOPE_INVALID");

  private final transient AgentSettings settings;
  private String pinText = "agent.pinText";

  public KeyAgentPort(AgentSettings settings) {
    this.settings = settings;
    addClassName("key-agent");
  }

  /** What the dialog for the PIN says, by the key of the text. */
  public void explainPin(String key) {
    pinText = key;
  }

  /** Goes on when the agent is the latest; an older one is to be replaced first (ZR-27). */
  public void whenLatest(Runnable then) {
    call(
        "/v1/status",
        Map.of(),
        status -> {
          int version = status.path("version").asInt(0);
          if (version >= settings.latest()) {
            then.run();
          } else {
            add(outdated(version));
          }
        });
  }

  private Notice outdated(int version) {
    String title = Texts.of("agent.outdated");
    String text = Texts.of("agent.outdatedText", version, settings.latest());
    return settings.download().isEmpty()
        ? new Notice(Tone.WRONG, title, text)
        : new Notice(
            Tone.WRONG, title, text, new Anchor(settings.download(), Texts.of("agent.download")));
  }

  /** Keys plugged in; told only when there is at least one. */
  public void read(Consumer<Plugged> then) {
    call(
        "/v1/tokens",
        Map.of(),
        answer -> {
          List<PluggedToken> tokens = PluggedToken.of(answer);
          if (tokens.isEmpty()) {
            show("TOKEN_NOT_PLUGGED", "");
          } else {
            then.accept(new Plugged(answer.path("transportKey").asString(""), tokens));
          }
        });
  }

  /**
   * What the agent sees.
   *
   * @param transportKey grants are sealed to it
   */
  public record Plugged(String transportKey, List<PluggedToken> tokens) {}

  /** One call; the page asks for the PIN itself. A refusal is shown, not told. */
  public void call(String path, Map<String, String> body, Consumer<JsonNode> then) {
    call(path, body, then, code -> {});
  }

  /**
   * As {@link #call(String, Map, Consumer)}.
   *
   * @param refused hears the code after it is shown
   */
  public void call(
      String path, Map<String, String> body, Consumer<JsonNode> then, Consumer<String> refused) {
    removeAll();
    getElement()
        .executeJs("return window.certhallKeyAgent($0, $1, $2)", setting(), path, body)
        .then(JsonNode.class, answer -> heard(answer, then, refused));
  }

  private void heard(JsonNode answer, Consumer<JsonNode> then, Consumer<String> refused) {
    if (answer.path("ok").asBoolean(false)) {
      then.accept(answer);
      return;
    }
    String code = answer.path("code").asString("AGENT_FAILED");
    show(code, answer.path("detail").asString(""));
    refused.accept(code);
  }

  /** Shows a notice of the agent's refusal. */
  public void show(String code, String detail) {
    removeAll();
    if (code.equals("CANCELLED")) {
      return;
    }
    add(
        KNOWN.contains(code)
            ? new Notice(
                Tone.WRONG, Texts.of("agent." + code), Texts.of("agent." + code + ".text", detail))
            : new Notice(Tone.WRONG, Texts.of("agent.failed"), code + " " + detail));
  }

  private Map<String, Object> setting() {
    return Map.of(
        "port",
        settings.port(),
        "words",
        Map.of(
            "pairTitle", Texts.of("agent.pairTitle"),
            "pairText", Texts.of("agent.pairText"),
            "pairCode", Texts.of("agent.pairCode"),
            "pinTitle", Texts.of("agent.pinTitle"),
            "pinText", Texts.of(pinText),
            "pin", Texts.of("agent.pin"),
            "newPin", Texts.of("agent.newPin"),
            "officerPin", Texts.of("agent.officerPin"),
            "ok", Texts.of("agent.ok"),
            "cancel", Texts.of("agent.cancel")));
  }
}
