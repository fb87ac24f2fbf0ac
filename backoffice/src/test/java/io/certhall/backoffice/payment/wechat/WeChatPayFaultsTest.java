package io.certhall.backoffice.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.certhall.processes.payment.PaymentFault;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PrepayOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeChatPayFaultsTest {

  private static KeyPair keys;

  private HttpServer provider;
  private WeChatPayGateway gateway;

  @BeforeAll
  static void keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.start();
    gateway =
        new WeChatPayGateway(
            new WeChatPaySettings(
                "wx1",
                "1900000001",
                "AB12",
                keys.getPrivate(),
                keys.getPublic(),
                "PUB_KEY_ID_1",
                "0123456789abcdef0123456789abcdef",
                URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/base")));
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  private void answer(int status, String type, String body) {
    provider.createContext(
        "/base/v3/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private PaymentFault fault() {
    PrepayOrder order =
        new PrepayOrder(
            "P20261120001", "证书服务费", 1, Instant.now(), URI.create("https://hall.example/cb"));
    return Objects.requireNonNull(
        assertThatExceptionOfType(PaymentFault.class)
            .isThrownBy(() -> gateway.prepay(order))
            .actual());
  }

  @Test
  void it_is_the_gateway_for_wechat() {
    assertThat(gateway.method()).isEqualTo(PaymentMethod.WECHAT);
  }

  @ParameterizedTest
  @CsvSource({
    "500, SYSTEM_ERROR, true",
    "500, BANKERROR, true",
    "429, FREQUENCY_LIMITED, true",
    "400, PARAM_ERROR, false",
    "401, SIGN_ERROR, false",
    "403, NOT_ENOUGH, false"
  })
  void a_refusal_keeps_its_code_and_passes_or_not(int status, String code, boolean passing) {
    answer(status, "application/json", "{\"code\":\"" + code + "\",\"message\":\"说明\"}");

    PaymentFault fault = fault();

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.getMessage()).contains("说明");
    assertThat(fault.isPassing()).isEqualTo(passing);
  }

  @Test
  void a_proxys_error_page_passes() {
    answer(502, "text/html", "<html>Bad Gateway</html>");

    assertThat(fault().isPassing()).isTrue();
  }

  @Test
  void an_error_without_words_passes_when_the_server_is_at_fault() {
    answer(503, "application/json", "{}");

    PaymentFault fault = fault();

    assertThat(fault.code()).isEqualTo("HTTP_503");
    assertThat(fault.isPassing()).isTrue();
  }

  @Test
  void a_page_where_an_answer_should_be_passes() {
    answer(200, "text/html", "<html>login to the hotel's network</html>");

    assertThat(fault().code()).isEqualTo(WeChatPayFaults.UNREADABLE_ANSWER);
  }

  @Test
  void an_answer_without_signature_is_not_believed() {
    answer(200, "application/json", "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=evil\"}");

    PaymentFault fault = fault();

    assertThat(fault.code()).isEqualTo(WeChatPayFaults.UNTRUSTED_ANSWER);
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void a_provider_that_cannot_be_reached_passes() {
    provider.stop(0);

    PaymentFault fault = fault();

    assertThat(fault.code()).isEqualTo(WeChatPayFaults.UNREACHABLE);
    assertThat(fault.isPassing()).isTrue();
  }
}
