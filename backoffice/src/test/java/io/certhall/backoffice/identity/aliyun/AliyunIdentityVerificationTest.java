package io.certhall.backoffice.identity.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.certhall.processes.identity.IdentityFault;
import io.certhall.processes.identity.IdentityQuestion;
import io.certhall.processes.identity.IdentityVerdict;
import io.certhall.processes.identity.IdentityVerdict.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AliyunIdentityVerificationTest {

  private static final IdentityQuestion QUESTION =
      new IdentityQuestion("李四", "34052419800101001X", "13812345678");

  private final AtomicReference<String> asked = new AtomicReference<>("");
  private String answer = "";
  private int status = 200;
  private HttpServer server = serverUnstarted();

  @BeforeEach
  void a_provider() {
    server = serverUnstarted();
    server.createContext(
        "/",
        exchange -> {
          asked.set(
              exchange.getRequestHeaders().getFirst("x-acs-action")
                  + "?"
                  + exchange.getRequestURI().getQuery());
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void closes() {
    server.stop(0);
  }

  @Test
  void three_elements_are_compared_and_the_verdict_is_understood() {
    answer = "{\"RequestId\":\"R1\",\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\"}}";

    IdentityVerdict verdict = provider(Duration.ofSeconds(5)).verify(QUESTION);

    assertThat(verdict).isEqualTo(new IdentityVerdict(Outcome.MATCH, "R1"));
    assertThat(asked.get())
        .startsWith("Mobile3MetaSimpleVerify?")
        .contains("UserName=李四", "IdentifyNum=34052419800101001X", "Mobile=13812345678");
  }

  @Test
  void without_a_phone_two_elements_are_compared() {
    answer = "{\"RequestId\":\"R2\",\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"3\"}}";

    IdentityVerdict verdict =
        provider(Duration.ofSeconds(5))
            .verify(new IdentityQuestion("李四", "34052419800101001X", null));

    assertThat(verdict.outcome()).isEqualTo(Outcome.NO_RECORD);
    assertThat(asked.get()).startsWith("Id2MetaVerify?").doesNotContain("Mobile");
  }

  @Test
  void what_is_no_verdict_is_a_fault() {
    answer = "{\"Code\":\"401\",\"Message\":\"参数非法\"}";
    assertThatThrownBy(() -> provider(Duration.ofSeconds(5)).verify(QUESTION))
        .isInstanceOf(IdentityFault.class)
        .hasMessageContaining("参数非法");
    answer = "{\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"9\"}}";
    assertThatThrownBy(() -> provider(Duration.ofSeconds(5)).verify(QUESTION))
        .isInstanceOf(IdentityFault.class)
        .hasMessageContaining("BizCode 9");
    answer = "<html>";
    status = 502;
    assertThatThrownBy(() -> provider(Duration.ofSeconds(5)).verify(QUESTION))
        .isInstanceOf(IdentityFault.class);
    server.stop(0);
    assertThatThrownBy(() -> provider(Duration.ofSeconds(1)).verify(QUESTION))
        .isInstanceOf(IdentityFault.class);
  }

  @Test
  void calls_are_signed_the_documented_way() {
    HttpRequest request =
        new Acs3Request(settings(URI.create("https://cloudauth.aliyuncs.com/")))
            .of(
                "Id2MetaVerify",
                "2019-03-07",
                new TreeMap<>(Map.of("UserName", "李 四")),
                Instant.parse("2026-11-20T10:00:00Z"),
                "nonce",
                Duration.ofSeconds(1));

    assertThat(request.uri())
        .hasToString("https://cloudauth.aliyuncs.com/?UserName=%E6%9D%8E%20%E5%9B%9B");
    assertThat(request.headers().firstValue("Authorization").orElseThrow())
        .matches(
            "ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host;x-acs-action;"
                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=[0-9a-f]{64}");
  }

  @Test
  void an_account_without_a_secret_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AliyunIdentitySettings("id", " ", null))
        .withMessageContaining("access-key-secret");
    assertThat(settings(URI.create("http://x/")).toString()).doesNotContain("secret,");
  }

  private AliyunIdentityVerification provider(Duration patience) {
    return new AliyunIdentityVerification(
        settings(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")), patience);
  }

  private static AliyunIdentitySettings settings(URI endpoint) {
    return new AliyunIdentitySettings("id", "secret", endpoint);
  }

  private static HttpServer serverUnstarted() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
