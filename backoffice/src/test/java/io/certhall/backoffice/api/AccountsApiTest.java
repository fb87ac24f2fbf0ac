package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.RecordedCodes;
import io.certhall.processes.security.Role;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class AccountsApiTest {

  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String NEW_PASSWORD = "Another-Gate-2027";

  private final Api api;
  private final Scenes scenes;
  private final Fixtures fixtures;
  private final RecordedCodes codes;
  private final HallClock clock;

  AccountsApiTest(Api api, Scenes scenes, Fixtures fixtures, RecordedCodes codes, HallClock clock) {
    this.api = api;
    this.scenes = scenes;
    this.fixtures = fixtures;
    this.codes = codes;
    this.clock = clock;
  }

  @Test
  @Tag("GS-01")
  void who_reads_messages_on_his_phone_can_register() {
    Map<String, Object> form = form();

    Answer registered = api.post(ACCOUNTS, form).is(201);

    assertThat(registered.string("username")).isEqualTo(form.get("username"));
    assertThat(registered.json().path("roles").toString()).isEqualTo("[\"APPLICANT\"]");
    login(form.get("username"), Fixtures.PASSWORD).is(200);
  }

  @Test
  void a_registration_sent_again_with_its_key_is_answered_with_the_same_account() {
    Map<String, Object> form = form();
    String key = "register-" + form.get("username");

    String first = api.post(ACCOUNTS, form, "Idempotency-Key", key).is(201).text();

    assertThat(api.post(ACCOUNTS, form, "Idempotency-Key", key).is(201).text()).isEqualTo(first);
    api.post(ACCOUNTS, form).isProblem(422, "USERNAME_TAKEN");
  }

  @Test
  void all_defects_of_a_registration_are_named_at_once() {
    Map<String, Object> form = form();
    form.put("username", "x");
    form.put("password", "short");
    form.put("smsCode", "");

    assertThat(api.post(ACCOUNTS, form).is(422).fields())
        .contains(
            "username:USERNAME_FORM", "password:PASSWORD_TOO_SHORT", "smsCode:FIELD_REQUIRED");
  }

  @Test
  @Tag("SD-03")
  void the_agreement_is_public_and_asked_for() {
    assertThat(api.get(ACCOUNTS + "/agreement").is(200).string("text")).contains("统一社会信用代码");
    Map<String, Object> form = form();
    form.remove("agreement");

    assertThat(api.post(ACCOUNTS, form).isProblem(422, "REGISTRATION_AGREEMENT").fields())
        .containsExactly("agreement:REGISTRATION_AGREEMENT");
  }

  @Test
  @Tag("SD-04")
  void a_hall_tells_what_it_asks_at_the_registration_and_insists_on_it() {
    Answer hall = api.get("/api/v1/halls/sdca").is(200);
    assertThat(hall.json().path("registration").path("captcha").asBoolean()).isTrue();
    assertThat(hall.json().path("registration").path("answers").get(0).path("code").asString())
        .isEqualTo("DECLARANT");
    Map<String, Object> form = form();
    form.put("hall", "sdca");
    form.put("captcha", "HKT47");
    form.put("captchaToken", "invented");
    form.put("repeatedPassword", "Another-Gate-2028");

    assertThat(api.post(ACCOUNTS, form).is(422).fields())
        .containsExactlyInAnyOrder(
            "repeatedPassword:PASSWORDS_DIFFER",
            "unit.name:FIELD_REQUIRED",
            "unit.creditCode:FIELD_REQUIRED",
            "answers.DECLARANT:FIELD_REQUIRED",
            "captcha:CAPTCHA_WRONG");
  }

  @Test
  void a_wrong_code_is_refused() {
    Map<String, Object> form = form();
    form.put("smsCode", form.get("smsCode").equals("000000") ? "000001" : "000000");

    assertThat(api.post(ACCOUNTS, form).isProblem(422, "CODE_WRONG").fields())
        .containsExactly("smsCode:CODE_WRONG");
  }

  @Test
  void codes_are_sent_once_a_minute_to_a_phone_that_is_one_for_a_purpose_that_is_one() {
    String phone = FreshNumbers.phone();
    requestCode(phone, "REGISTER").is(202);

    requestCode(phone, "REGISTER").isProblem(429, "CODE_TOO_SOON");
    requestCode("12345", "REGISTER").isProblem(422, "PHONE_FORM");
    assertThat(requestCode(phone, "GREETING").isProblem(400, "VALUE_UNKNOWN").fields())
        .containsExactly("purpose:VALUE_UNKNOWN");
    api.post(ACCOUNTS + "/codes", Map.of("phone", phone)).isProblem(400, "FIELD_REQUIRED");
    requestCode(FreshNumbers.phone(), "CHANGE_PHONE").isProblem(403, "ROLE_MISSING");
  }

  @Test
  @Tag("GS-06")
  void a_forgotten_password_is_set_with_a_code_and_ends_all_tokens() {
    Map<String, Object> form = form();
    api.post(ACCOUNTS, form).is(201);
    String token = login(form.get("username"), Fixtures.PASSWORD).is(200).string("token");
    String phone = form.get("phone").toString();
    Map<String, Object> ask =
        Map.of("phone", phone, "purpose", "RESET", "username", form.get("username"));
    api.post(ACCOUNTS + "/codes", ask).isProblem(429, "CODE_TOO_SOON");
    clock.advance(Duration.ofMinutes(1));
    api.post(ACCOUNTS + "/codes", ask).is(202);
    Map<String, Object> reset =
        new HashMap<>(
            Map.of(
                "username",
                form.get("username"),
                "phone",
                phone,
                "smsCode",
                code(phone).equals("000000") ? "000001" : "000000",
                "newPassword",
                NEW_PASSWORD));
    api.post(ACCOUNTS + "/password-resets", reset).isProblem(422, "CODE_WRONG");
    api.get("/api/v1/me", "Authorization", "Bearer " + token).is(200);

    reset.put("smsCode", code(phone));
    api.post(ACCOUNTS + "/password-resets", reset).is(204);

    api.get("/api/v1/me", "Authorization", "Bearer " + token).isProblem(401, "TOKEN_INVALID");
    login(form.get("username"), NEW_PASSWORD).is(200);
  }

  @Test
  void phone_and_password_are_changed_by_who_proves_them() {
    String username = FreshNumbers.username();
    Caller owner = scenes.caller(fixtures.account(username, Role.APPLICANT));
    String phone = FreshNumbers.phone();
    requestCode(owner, phone, "CHANGE_PHONE").is(202);
    owner.put("/api/v1/me/phone", Map.of("phone", phone, "smsCode", code(phone))).is(200);
    owner
        .put("/api/v1/me/password", Map.of("currentPassword", "wrong", "newPassword", NEW_PASSWORD))
        .isProblem(422, "PASSWORD_WRONG");

    owner
        .put(
            "/api/v1/me/password",
            Map.of("currentPassword", Fixtures.PASSWORD, "newPassword", NEW_PASSWORD))
        .is(204);

    owner.get("/api/v1/me").isProblem(401, "TOKEN_INVALID");
    login(username, NEW_PASSWORD).is(200);
  }

  private Map<String, Object> form() {
    String phone = FreshNumbers.phone();
    requestCode(phone, "REGISTER").is(202);
    return new HashMap<>(
        Map.of(
            "username",
            FreshNumbers.username(),
            "password",
            Fixtures.PASSWORD,
            "phone",
            phone,
            "smsCode",
            code(phone),
            "displayName",
            "赵六",
            "agreement",
            api.get(ACCOUNTS + "/agreement").is(200).string("version")));
  }

  private String code(String phone) {
    return codes.latest(phone).orElseThrow();
  }

  private Answer requestCode(String phone, String purpose) {
    return api.post(ACCOUNTS + "/codes", Map.of("phone", phone, "purpose", purpose));
  }

  private Answer requestCode(Caller caller, String phone, String purpose) {
    return caller.post(ACCOUNTS + "/codes", Map.of("phone", phone, "purpose", purpose));
  }

  private Answer login(Object username, String password) {
    return api.post("/api/v1/tokens", Map.of("username", username, "password", password));
  }
}
