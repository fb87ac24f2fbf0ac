package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentAccessTest extends AgentTest {

  @Test
  void a_wrong_pin_is_counted_and_a_right_one_clears_the_count() throws Exception {
    assertThat(ask("/v1/pin", "pin", "000000", "newPin", "111111").code()).isEqualTo("PIN_WRONG");
    assertThat(plugged().path("wrongPins").asInt()).isEqualTo(1);
    assertThat(SoftKeys.counter(agent.folder()).of(key)).as("kept over a restart").isEqualTo(1);

    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "1").code()).isEqualTo("PIN_UNFIT");
    assertThat(plugged().path("wrongPins").asInt()).isZero();
  }

  @Test
  void pages_of_other_origins_and_other_hosts_are_refused() throws Exception {
    assertThat(call("https://evil.example", "/v1/status", Map.of()).code())
        .isEqualTo("ORIGIN_REFUSED");
    assertThat(call(HALL + ".evil.example", "/v1/tokens", Map.of()).status()).isEqualTo(403);
    try (var socket = new java.net.Socket("127.0.0.1", agent.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /v1/status HTTP/1.1\r\nHost: rebound.example\r\nOrigin: "
                      + HALL
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes());
      assertThat(new String(socket.getInputStream().readAllBytes())).contains("HOST_REFUSED");
    }
  }

  @Test
  void a_page_that_is_not_paired_gets_nothing() throws Exception {
    bearer = "";
    assertThat(call(HALL, "/v1/status", Map.of()).body().path("paired").asBoolean()).isFalse();
    assertThat(call(HALL, "/v1/tokens", Map.of()).code()).isEqualTo("NOT_PAIRED");
    bearer = "guessed";
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").code())
        .isEqualTo("NOT_PAIRED");
  }

  @Test
  void bad_requests_are_told_what_is_missing() throws Exception {
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN).body().path("detail").asString())
        .startsWith("newPin");
    assertThat(ask("/v1/csr", "pin", SoftKeys.PIN, "algorithm", "DES", "subject", "CN=a").code())
        .isEqualTo("ALGORITHM_UNKNOWN");
    assertThat(
            ask("/v1/csr", "pin", SoftKeys.PIN, "algorithm", "EC_P256", "subject", "nobody").code())
        .isEqualTo("SUBJECT_INVALID");
    assertThat(ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", "AAAA").code())
        .isEqualTo("CERTIFICATE_INVALID");
    key = "0000";
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").code())
        .isEqualTo("TOKEN_NOT_PLUGGED");
    assertThat(ask("/v1/format").code()).isEqualTo("CALL_UNKNOWN");
  }
}
