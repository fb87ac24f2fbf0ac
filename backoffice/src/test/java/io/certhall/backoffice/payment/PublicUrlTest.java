package io.certhall.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlTest {

  private final MockEnvironment environment = new MockEnvironment();
  private final PublicUrl publicUrl = new PublicUrl(environment);

  @Test
  void the_setting_is_what_the_world_sees() {
    environment.setProperty("certhall.public-url", "https://hall.example/");
    environment.setProperty("local.server.port", "18080");

    assertThat(publicUrl.of("/callbacks/wechatpay/sdca"))
        .hasToString("https://hall.example/callbacks/wechatpay/sdca");
  }

  @Test
  void without_the_setting_it_is_this_machine_at_the_port_the_server_found() {
    environment.setProperty("server.port", "0");
    environment.setProperty("local.server.port", "18080");

    assertThat(publicUrl.of("/x")).hasToString("http://127.0.0.1:18080/x");
  }

  @Test
  void before_the_server_runs_it_is_the_port_that_was_asked_for() {
    assertThat(publicUrl.of("/x")).hasToString("http://127.0.0.1:8080/x");
  }
}
