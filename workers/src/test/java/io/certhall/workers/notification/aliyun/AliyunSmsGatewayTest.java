package io.certhall.workers.notification.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.certhall.processes.notification.SmsFault;
import io.certhall.processes.notification.SmsMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunSmsGatewayTest {

  private HttpServer provider;
  private AliyunSmsGateway gateway;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.start();
    URI address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/sms");
    gateway = new AliyunSmsGateway(new AliyunSmsSettings("LTAI-1", "secret-1", address));
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  private void answer(int status, String body) {
    provider.createContext(
        "/sms",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static SmsMessage message() {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("code", "654321");
    return new SmsMessage("13800138000", "证书大厅", "SMS_1", params, "验证码654321", "n-1");
  }

  private SmsFault fault() {
    return Objects.requireNonNull(
        assertThatExceptionOfType(SmsFault.class)
            .isThrownBy(() -> gateway.send(message()))
            .actual());
  }

  @Test
  void an_accepted_message_has_the_providers_number() {
    answer(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"B-1\",\"RequestId\":\"R-1\"}");

    assertThat(gateway.send(message()).providerId()).isEqualTo("B-1");
  }

  @ParameterizedTest
  @CsvSource({
    "isv.BUSINESS_LIMIT_CONTROL, true",
    "isp.SYSTEM_ERROR, true",
    "isv.MOBILE_NUMBER_ILLEGAL, false",
    "isv.SMS_TEMPLATE_ILLEGAL, false",
    "isv.AMOUNT_NOT_ENOUGH, false"
  })
  void a_refused_message_keeps_its_code_and_passes_or_not(String code, boolean passing) {
    answer(200, "{\"Code\":\"" + code + "\",\"Message\":\"说明\",\"RequestId\":\"R-1\"}");

    SmsFault fault = fault();

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.getMessage()).contains("说明").doesNotContain("654321");
    assertThat(fault.isPassing()).isEqualTo(passing);
  }

  @ParameterizedTest
  @CsvSource({
    "400, SignatureDoesNotMatch, false",
    "403, Forbidden.RAM, false",
    "400, Throttling.User, true",
    "503, ServiceUnavailable, true",
    "500, SomethingElse, true"
  })
  void a_refused_call_keeps_its_code_and_passes_or_not(int status, String code, boolean passing) {
    answer(status, "{\"Code\":\"" + code + "\",\"Message\":\"说明\",\"RequestId\":\"R-1\"}");

    SmsFault fault = fault();

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.isPassing()).isEqualTo(passing);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 502})
  void a_page_where_an_answer_should_be_passes(int status) {
    answer(status, "<html>Bad Gateway</html>");

    assertThat(fault().isPassing()).isTrue();
  }

  @Test
  void a_provider_that_cannot_be_reached_passes() {
    provider.stop(0);

    SmsFault fault = fault();

    assertThat(fault.code()).isEqualTo("UNREACHABLE");
    assertThat(fault.isPassing()).isTrue();
  }

  @Test
  void the_real_address_is_the_default() {
    AliyunSmsSettings real = new AliyunSmsSettings("LTAI-1", "secret-1", null);

    assertThat(real.protocol()).isEqualTo("https");
    assertThat(real.endpoint()).isEqualTo("dysmsapi.aliyuncs.com");
    assertThat(real.path()).isEqualTo("/");
    assertThat(real.toString()).doesNotContain("secret-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sms.example", "ftp://127.0.0.1", "/simulators/sms"})
  void an_unsafe_address_is_refused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AliyunSmsSettings("LTAI-1", "secret-1", URI.create(address)))
        .withMessageContaining("baseUrl");
  }

  @Test
  void a_missing_secret_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AliyunSmsSettings("LTAI-1", " ", null))
        .withMessageContaining("accessKeySecret");
  }
}
