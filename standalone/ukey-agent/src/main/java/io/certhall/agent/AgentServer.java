package io.certhall.agent;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.certhall.agent.token.TokenFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP on loopback. Before anything is done: the Host header is this machine's (against DNS
 * rebinding), the Origin is one of the allowed halls, and the page is paired.
 */
final class AgentServer implements AutoCloseable {

  private static final int MOST_BYTES = 256 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Set<String> origins;
  private final Pairing pairing;
  private final AgentCalls calls;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param port 0 for any free one
   * @param origins halls, as browsers write origins: {@code https://hall.example}
   */
  AgentServer(int port, Set<String> origins, Pairing pairing, AgentCalls calls) throws IOException {
    this.origins = Set.copyOf(origins);
    this.pairing = pairing;
    this.calls = calls;
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 16);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        Object answer = answer(exchange);
        send(exchange, answer == null ? 204 : 200, answer);
      } catch (Answer refused) {
        send(exchange, refused.status(), refusal(refused.code(), refused.getMessage()));
      } catch (TokenFault refused) {
        send(
            exchange,
            refused.code().status(),
            refusal(refused.code().name(), refused.getMessage()));
      } catch (JacksonException | IllegalArgumentException e) {
        send(exchange, 400, refusal("REQUEST_INVALID", "the request's body is not as described"));
      } catch (RuntimeException e) {
        send(exchange, 500, refusal("AGENT_FAILED", e.toString()));
      }
    }
  }

  private @Nullable Object answer(HttpExchange exchange) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    String host = asked.getFirst("Host");
    if (host == null
        || !(host.equals("127.0.0.1:" + port()) || host.equals("localhost:" + port()))) {
      throw new Answer(421, "HOST_REFUSED", "this program answers to 127.0.0.1 only");
    }
    String origin = asked.getFirst("Origin");
    if (origin == null || !origins.contains(origin)) {
      throw new Answer(403, "ORIGIN_REFUSED", "this page's hall is not allowed: start with --hall");
    }
    Headers told = exchange.getResponseHeaders();
    told.set("Access-Control-Allow-Origin", origin);
    told.set("Vary", "Origin");
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      told.set("Access-Control-Allow-Methods", "GET, POST");
      told.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
      told.set("Access-Control-Allow-Private-Network", "true");
      told.set("Access-Control-Allow-Local-Network", "true");
      told.set("Access-Control-Max-Age", "600");
      return null;
    }
    String path = exchange.getRequestURI().getPath();
    boolean paired = pairing.isPaired(origin, asked.getFirst("Authorization"));
    if (path.equals("/v1/status")) {
      return calls.status(paired);
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new Answer(413, "REQUEST_TOO_LONG", "at most " + MOST_BYTES + " bytes");
    }
    if (exchange.getRequestMethod().equals("POST")
        && !String.valueOf(asked.getFirst("Content-Type")).startsWith("application/json")) {
      throw new Answer(415, "JSON_WANTED", "Content-Type: application/json");
    }
    if (path.equals("/v1/pair")) {
      return Map.of("token", pairing.pair(origin, json.readTree(body).path("code").asString("")));
    }
    if (!paired) {
      throw new Answer(401, "NOT_PAIRED", "type the code this program shows into the page");
    }
    return calls.run(exchange.getRequestMethod(), path, origin, body);
  }

  private static Map<String, String> refusal(String code, @Nullable String detail) {
    return Map.of("code", code, "detail", String.valueOf(detail));
  }

  private void send(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
    Headers told = exchange.getResponseHeaders();
    told.set("Cache-Control", "no-store");
    if (body == null) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    told.set("Content-Type", "application/json; charset=utf-8");
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
