package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT_ANSWERS;

import io.certhall.bpmn.HallField;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.answer.HallAnswers;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What halls ask of their own at the registration, checked and kept (SD-04). */
@Component
public class RegistrationAnswers {

  private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

  private final AccountUnits units;
  private final CaptchaService captchas;
  private final PersonalData personalData;
  private final DSLContext dsl;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  RegistrationAnswers(
      AccountUnits units,
      CaptchaService captchas,
      PersonalData personalData,
      DSLContext dsl,
      Clock clock) {
    this.units = units;
    this.captchas = captchas;
    this.personalData = personalData;
    this.dsl = dsl;
    this.clock = clock;
  }

  /** Answers by the codes of the hall's fields. */
  public record Given(String hall, Map<String, List<String>> answers) {}

  /** What the actor answered when he registered. */
  public Optional<Given> of(Actor actor) {
    return dsl.select(ACCOUNT_ANSWERS.HALL, ACCOUNT_ANSWERS.ANSWERS_ENC)
        .from(ACCOUNT_ANSWERS)
        .where(ACCOUNT_ANSWERS.ACCOUNT_ID.eq(actor.accountId()))
        .fetchOptional(
            row ->
                new Given(
                    row.value1(),
                    json.readValue(
                        personalData.decryptBytes(Column.ACCOUNT_ANSWERS, row.value2()), ANSWERS)));
  }

  /** Notes what is wrong; a captcha is used up by it, right or wrong. */
  void check(FormCheck check, HallSettings hall, RegistrationForm form, HallRegistration more) {
    if (hall.registration().repeatedPassword()) {
      repeated(check, form, more);
    }
    if (hall.registration().unit()) {
      units.check(check, more.unit());
    }
    List<HallField> fields = hall.registrationFields();
    HallAnswers.problems(fields, unitName(more), HallAnswers.completed(fields, more.answers()))
        .forEach(check::refuse);
    for (String code : more.answers().keySet()) {
      if (fields.stream().noneMatch(field -> field.code().equals(code))) {
        check.refuse("answers." + code, "ANSWER_NOT_ASKED");
      }
    }
    if (hall.registration().captcha()) {
      if (more.captcha() == null || more.captcha().isBlank()) {
        check.refuse("captcha", "CAPTCHA_REQUIRED");
      } else if (!captchas.check(more.captchaToken(), more.captcha())) {
        check.refuse("captcha", "CAPTCHA_WRONG");
      }
    }
  }

  /** Needs an open transaction, and what was checked. */
  void add(long accountId, HallSettings hall, HallRegistration more) {
    if (hall.registration().unit()) {
      units.add(accountId, Objects.requireNonNull(more.unit()));
    }
    Map<String, List<String>> answers =
        HallAnswers.completed(hall.registrationFields(), more.answers());
    if (!answers.isEmpty()) {
      dsl.insertInto(ACCOUNT_ANSWERS)
          .set(ACCOUNT_ANSWERS.ACCOUNT_ID, accountId)
          .set(ACCOUNT_ANSWERS.HALL, hall.code())
          .set(
              ACCOUNT_ANSWERS.ANSWERS_ENC,
              personalData.encryptBytes(Column.ACCOUNT_ANSWERS, json.writeValueAsBytes(answers)))
          .set(ACCOUNT_ANSWERS.ANSWERED_AT, clock.instant())
          .execute();
    }
  }

  private static void repeated(FormCheck check, RegistrationForm form, HallRegistration more) {
    if (more.repeatedPassword() == null || more.repeatedPassword().isEmpty()) {
      check.refuse("repeatedPassword", "FIELD_REQUIRED");
    } else if (!more.repeatedPassword().equals(form.password())) {
      check.refuse("repeatedPassword", "PASSWORDS_DIFFER");
    }
  }

  private static String unitName(HallRegistration more) {
    return more.unit() == null || more.unit().name() == null ? "" : more.unit().name();
  }
}
