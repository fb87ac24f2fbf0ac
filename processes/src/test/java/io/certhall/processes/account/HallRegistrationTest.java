package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT_ANSWERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Shandong asks at the registration (SD-04). */
@ProcessesTest
@Tag("SD-04")
class HallRegistrationTest {

  private static final String PASSWORD = "Linyi-River-77";
  private static final String READ = "HKT47";

  private final AccountRegistration registration;
  private final RegistrationAnswers answers;
  private final CaptchaService captchas;
  private final VerificationCodes codes;
  private final RecordedCodes phones;
  private final Accounts accounts;
  private final DSLContext dsl;
  private final HallSettings shandong;
  private final String phone = Fresh.phone();

  HallRegistrationTest(
      AccountRegistration registration,
      RegistrationAnswers answers,
      CaptchaService captchas,
      VerificationCodes codes,
      RecordedCodes phones,
      Accounts accounts,
      DSLContext dsl,
      PublishedPolicies policies) {
    this.registration = registration;
    this.answers = answers;
    this.captchas = captchas;
    this.codes = codes;
    this.phones = phones;
    this.accounts = accounts;
    this.dsl = dsl;
    this.shandong = policies.active("sdca").settings();
    codes.request(VerificationPurpose.REGISTER, phone, Fresh.ip());
  }

  @Test
  @Tag("SD-05")
  void everything_that_is_asked_opens_an_account_that_keeps_it() {
    long id = register(PASSWORD, captchas.token(READ), READ, types("DESIGN", "SURVEY"));

    RegistrationAnswers.Given given = answers.of(accounts.actor(id)).orElseThrow();
    assertThat(given.hall()).isEqualTo("sdca");
    assertThat(given.answers())
        .containsEntry("DECLARANT", List.of("周申报"))
        .containsEntry("USER_TYPE", List.of("DESIGN", "SURVEY"));
    assertThat(
            new String(
                dsl.fetchSingle(ACCOUNT_ANSWERS, ACCOUNT_ANSWERS.ACCOUNT_ID.eq(id)).getAnswersEnc(),
                StandardCharsets.UTF_8))
        .doesNotContain("周申报");
  }

  @Test
  void the_user_type_may_be_left_open() {
    assertThat(register(PASSWORD, captchas.token(READ), READ, declarant("周申报"))).isPositive();
  }

  @Test
  void each_field_that_is_required_is_named_when_it_is_missing() {
    assertThat(
            Refused.by(
                    () ->
                        registration.register(
                            new RegistrationForm(null, null, null, null, null, null),
                            shandong,
                            HallRegistration.of(null)))
                .problems())
        .extracting(Problem::path)
        .contains(
            "username",
            "password",
            "repeatedPassword",
            "unit.name",
            "unit.creditCode",
            "answers.DECLARANT",
            "phone",
            "captcha");
  }

  @Test
  void two_passwords_that_differ_are_refused() {
    assertRefused(
        "repeatedPassword",
        "PASSWORDS_DIFFER",
        () -> register("Linyi-River-78", captchas.token(READ), READ, declarant("周申报")));
  }

  @Test
  void a_captcha_read_wrong_is_refused() {
    assertRefused(
        "captcha",
        "CAPTCHA_WRONG",
        () -> register(PASSWORD, captchas.token(READ), "HKT44", declarant("周申报")));
    assertRefused(
        "captcha", "CAPTCHA_WRONG", () -> register(PASSWORD, null, READ, declarant("周申报")));
  }

  @Test
  void a_captcha_is_good_for_one_attempt() {
    String token = captchas.token(READ);
    assertRefused(
        "answers.DECLARANT", "FIELD_REQUIRED", () -> register(PASSWORD, token, READ, Map.of()));

    assertRefused(
        "captcha", "CAPTCHA_WRONG", () -> register(PASSWORD, token, READ, declarant("周申报")));

    assertThat(register(PASSWORD, captchas.token(READ), READ, declarant("周申报"))).isPositive();
  }

  @Test
  @Tag("SD-06")
  void a_building_company_is_no_financial_institution() {
    assertRefused(
        "answers.USER_TYPE",
        "OPTION_FOR_OTHERS",
        () -> register(PASSWORD, captchas.token(READ), READ, types("FINANCIAL")));
  }

  @Test
  void an_answer_that_is_too_long_unknown_or_not_asked_for_is_refused() {
    assertRefused(
        "answers.DECLARANT",
        "FIELD_TOO_LONG",
        () -> register(PASSWORD, captchas.token(READ), READ, declarant("周".repeat(51))));
    assertRefused(
        "answers.USER_TYPE",
        "OPTION_UNKNOWN",
        () -> register(PASSWORD, captchas.token(READ), READ, types("PIRATE")));
    assertRefused(
        "answers.COLOUR",
        "ANSWER_NOT_ASKED",
        () ->
            register(
                PASSWORD,
                captchas.token(READ),
                READ,
                Map.of("DECLARANT", List.of("周申报"), "COLOUR", List.of("red"))));
  }

  private static Map<String, List<String>> declarant(String name) {
    return Map.of("DECLARANT", List.of(name));
  }

  private static Map<String, List<String>> types(String... types) {
    return Map.of("DECLARANT", List.of("周申报"), "USER_TYPE", List.of(types));
  }

  private static void assertRefused(String path, String code, Runnable deed) {
    assertThat(Refused.by(deed::run).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  private long register(
      String repeated, @Nullable String token, String read, Map<String, List<String>> said) {
    return registration.register(
        new RegistrationForm(
            Fresh.username(),
            PASSWORD,
            phone,
            phones.latest(phone),
            null,
            RegistrationAgreement.VERSION),
        shandong,
        new HallRegistration(
            repeated, token, read, new RegisteredUnit("临沂新注册建设有限公司", Fresh.creditCode()), said));
  }
}
