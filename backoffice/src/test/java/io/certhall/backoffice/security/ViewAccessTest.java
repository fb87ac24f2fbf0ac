package io.certhall.backoffice.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** What the server lets through without a login, and what it says to browsers. */
@ApiTest
class ViewAccessTest {

  private final HttpClient withoutFollowing = HttpClient.newHttpClient();
  private final Api api;
  private final String port;

  ViewAccessTest(Api api, Environment environment) {
    this.api = api;
    this.port = environment.getRequiredProperty("local.server.port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/register", "/password-reset", "/styles.css"})
  void guests_see_what_is_for_everyone(String path) {
    Answer answer = api.get(path, "Accept", "text/html,text/css");

    assertThat(answer.is(200).text()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders", "/organisation", "/account", "/messages", "/certificates"})
  void guests_are_sent_to_the_login_for_everything_else(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html")
            .build();

    HttpResponse<Void> answer = withoutFollowing.send(request, BodyHandlers.discarding());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @Test
  void nothing_from_elsewhere_may_run_or_frame_the_pages() {
    Answer answer = api.get("/", "Accept", "text/html");

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("object-src 'none'")
        .contains("frame-ancestors 'self'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void the_session_cookie_is_out_of_reach_for_scripts() {
    List<String> cookies = api.get("/", "Accept", "text/html").headers().allValues("Set-Cookie");

    assertThat(cookies)
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("JSESSIONID=")
                    .containsIgnoringCase("HttpOnly")
                    .containsIgnoringCase("SameSite=Lax"));
  }
}
