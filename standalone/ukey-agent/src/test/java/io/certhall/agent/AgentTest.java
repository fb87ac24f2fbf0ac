package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page that is paired with the agent, and one token that no test has used. */
abstract class AgentTest {

  static final String HALL = "https://hall.example";
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  @RegisterExtension static final RunningAgent agent = new RunningAgent();

  final TestHall hall = RunningAgent.HALL;
  String bearer = "";
  String key = "";

  @BeforeEach
  void pair() throws Exception {
    bearer = call(HALL, "/v1/pair", Map.of("code", agent.code())).body().path("token").asString();
    key = agent.freshToken();
  }

  record Told(int status, JsonNode body) {
    String code() {
      return body.path("code").asString("");
    }
  }

  Told call(String origin, String path, Map<String, String> body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + agent.port() + path))
            .header("Origin", origin)
            .header("Content-Type", "application/json");
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    HttpRequest built =
        body.isEmpty()
            ? request.GET().build()
            : request
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    HttpResponse<byte[]> answer = CLIENT.send(built, HttpResponse.BodyHandlers.ofByteArray());
    return new Told(answer.statusCode(), JSON.readTree(answer.body()));
  }

  Told ask(String path, String... pairs) throws Exception {
    Map<String, String> body = new HashMap<>(Map.of("token", key));
    for (int i = 0; i < pairs.length; i += 2) {
      body.put(pairs[i], pairs[i + 1]);
    }
    return call(HALL, path, body);
  }

  PKCS10CertificationRequest request(String algorithm) throws Exception {
    Told made =
        ask("/v1/csr", "pin", SoftKeys.PIN, "algorithm", algorithm, "subject", "CN=甲公司,C=CN");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
    return new PKCS10CertificationRequest(
        Base64.getMimeDecoder()
            .decode(made.body().path("csr").asString().replaceAll("-----[A-Z ]+-----", "")));
  }

  static String base64(X509CertificateHolder certificate) throws IOException {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  JsonNode plugged() throws Exception {
    for (JsonNode token : call(HALL, "/v1/tokens", Map.of()).body().path("tokens")) {
      if (token.path("serial").asString().equals(key)) {
        return token;
      }
    }
    throw new AssertionError("not plugged");
  }

  String grant(String id, Instant expires, String soPin) throws Exception {
    String transport = call(HALL, "/v1/tokens", Map.of()).body().path("transportKey").asString();
    return hall.grant(id, key, expires, soPin, transport);
  }

  void lock() throws Exception {
    for (int i = 0; i < 10; i++) {
      ask("/v1/pin", "pin", "000000", "newPin", "111111");
    }
    assertThat(plugged().path("pinState").asString()).isEqualTo("LOCKED");
  }
}
