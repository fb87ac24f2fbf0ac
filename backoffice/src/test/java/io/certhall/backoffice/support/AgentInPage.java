package io.certhall.backoffice.support;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands for browser and key agent: hears what a page asks the agent, and answers it. */
public final class AgentInPage {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A certificate on a key. */
  public record OnKey(String serial, String subject, String issuer) {}

  /** One thing the page asked. */
  public record Asked(String path, JsonNode body) {

    public String text(String field) {
      return body.path(field).asString("");
    }
  }

  private record Open(Asked asked, PendingJavaScriptInvocation invocation) {}

  private final Deque<Open> open = new ArrayDeque<>();

  /** The next thing asked, still to be answered; null when nothing is. */
  public @Nullable Asked asked() {
    listen();
    Open next = open.peek();
    return next == null ? null : next.asked();
  }

  /** Answers what was asked with fields of a success. */
  public Asked answers(Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>(fields);
    body.put("ok", true);
    return complete(body);
  }

  public Asked refuses(String code) {
    return complete(Map.of("ok", false, "code", code, "detail", ""));
  }

  /** Answers the list of keys. */
  public Asked plugged(Token... tokens) {
    return answers(
        Map.of(
            "transportKey", transportKey(), "tokens", Stream.of(tokens).map(Token::told).toList()));
  }

  /** A key as the agent tells of it. */
  public record Token(Map<String, ?> told) {}

  public static Token token(String serial, boolean locked, OnKey... certificates) {
    List<Map<String, ?>> entries = new ArrayList<>();
    for (OnKey one : certificates) {
      entries.add(
          Map.of(
              "serial",
              one.serial(),
              "subject",
              one.subject(),
              "issuer",
              one.issuer(),
              "signs",
              true));
    }
    return new Token(
        Map.of(
            "serial",
            serial,
            "label",
            "mToken",
            "pinState",
            locked ? "LOCKED" : "OK",
            "certificates",
            entries));
  }

  private Asked complete(Map<String, ?> body) {
    listen();
    Open next = open.remove();
    next.invocation().complete(JSON.valueToTree(body));
    return next.asked();
  }

  private void listen() {
    UI ui = UI.getCurrent();
    ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
    for (PendingJavaScriptInvocation pending :
        ui.getInternals().dumpPendingJavaScriptInvocations()) {
      var invocation = pending.getInvocation();
      if (invocation.getExpression().contains("certhallKeyAgent")) {
        List<Object> parameters = invocation.getParameters();
        open.add(
            new Open(
                new Asked(String.valueOf(parameters.get(1)), JSON.valueToTree(parameters.get(2))),
                pending));
      }
    }
  }

  private static String transportKey() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
