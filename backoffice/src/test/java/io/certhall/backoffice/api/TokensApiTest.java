package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.processes.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiTest
class TokensApiTest {

  private static final String TOKENS = "/api/v1/tokens";
  private static final String ME = "/api/v1/me";

  private final Api api;
  private final Fixtures fixtures;

  TokensApiTest(Api api, Fixtures fixtures) {
    this.api = api;
    this.fixtures = fixtures;
  }

  @Test
  void user_name_and_password_are_exchanged_for_a_token_that_opens_the_api() {
    String username = account();

    Answer answer = login(username, Fixtures.PASSWORD).is(200);

    assertThat(Instant.parse(answer.string("expiresAt")))
        .isAfter(Instant.now().plus(Duration.ofHours(11)));
    Answer me = api.get(ME, "Authorization", "Bearer " + answer.string("token")).is(200);
    assertThat(me.string("username")).isEqualTo(username);
    assertThat(me.string("phone")).contains("****");
    assertThat(me.json().path("roles").toString()).isEqualTo("[\"APPLICANT\"]");
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_answered_alike() {
    Answer wrong = login(account(), "Not-The-Password-1").isProblem(401, "LOGIN_FAILED");
    Answer unknown = login(FreshNumbers.username(), "x").isProblem(401, "LOGIN_FAILED");

    assertThat(wrong.text()).isEqualTo(unknown.text());
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(api.post(TOKENS, "{}").isProblem(400, "FIELD_REQUIRED").fields())
        .containsExactly("username:FIELD_REQUIRED", "password:FIELD_REQUIRED");
  }

  @Test
  void after_three_failures_a_captcha_is_demanded_and_a_picture_can_be_had() {
    String username = account();
    for (int i = 0; i < 3; i++) {
      login(username, "wrong").isProblem(401, "LOGIN_FAILED");
    }

    login(username, Fixtures.PASSWORD).isProblem(401, "CAPTCHA_REQUIRED");

    Answer captcha = api.post("/api/v1/captchas", "").is(200);
    assertThat(captcha.string("token")).isNotBlank();
    assertThat(captcha.json().path("png").binaryValue())
        .startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
    api.post(
            TOKENS,
            Map.of(
                "username",
                username,
                "password",
                Fixtures.PASSWORD,
                "captchaToken",
                captcha.string("token"),
                "captcha",
                "guess"))
        .isProblem(401, "CAPTCHA_REQUIRED");
  }

  @Test
  void a_made_up_token_is_refused_even_where_none_is_needed() {
    String[] forged = {"Authorization", "Bearer " + "a".repeat(43)};

    assertThat(api.get(ME, forged).isProblem(401, "TOKEN_INVALID").header("WWW-Authenticate"))
        .isEqualTo("Bearer");
    api.get("/api/v1/halls", forged).isProblem(401, "TOKEN_INVALID");
  }

  @Test
  void a_token_that_was_ended_opens_nothing() {
    String[] mine = {
      "Authorization", "Bearer " + login(account(), Fixtures.PASSWORD).string("token")
    };

    api.delete(TOKENS, mine).is(204);

    api.get(ME, mine).isProblem(401, "TOKEN_INVALID");
  }

  private String account() {
    return fixtures.account(FreshNumbers.username(), Role.APPLICANT).name().substring(2);
  }

  private Answer login(String username, String password) {
    return api.post(TOKENS, Map.of("username", username, "password", password));
  }
}
