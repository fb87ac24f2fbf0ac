package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins that a hall may offer besides the one by user name. */
@ProcessesTest
class OtherLoginsTest {

  private static final String RIGHT = TestAccounts.PASSWORD;
  private static final String WRONG = "Not-The-Password-1";

  private final Login login;
  private final PhoneLogin phoneLogin;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final PublishedPolicies policies;
  private final RecordedCodes phones;
  private final AccountRegistration registration;
  private final AccountUnits units;
  private final VerificationCodes codes;
  private final HallClock clock;
  private final String phone = Fresh.phone();
  private final String ip = Fresh.ip();

  OtherLoginsTest(
      Login login,
      PhoneLogin phoneLogin,
      TestAccounts accounts,
      TestOrganisations organisations,
      PublishedPolicies policies,
      RecordedCodes phones,
      AccountRegistration registration,
      AccountUnits units,
      VerificationCodes codes,
      HallClock clock) {
    this.login = login;
    this.phoneLogin = phoneLogin;
    this.accounts = accounts;
    this.organisations = organisations;
    this.policies = policies;
    this.phones = phones;
    this.registration = registration;
    this.units = units;
    this.codes = codes;
    this.clock = clock;
  }

  private HallSettings guoxin() {
    return policies.active("gxca-suqian").settings();
  }

  private HallSettings shenzhen() {
    return policies.active("szca-hunan").settings();
  }

  @Test
  @Tag("GX-09")
  void an_organisation_signs_in_by_its_name_or_its_code() {
    Actor owner = accounts.applicant();
    OrganisationView unit = organisations.of(owner);

    assertThat(login.authenticateCompany(guoxin(), " " + unit.name() + " ", RIGHT, ip, false))
        .isEqualTo(owner);
    assertThat(
            login.authenticateCompany(guoxin(), unit.creditCode().toLowerCase(), RIGHT, ip, false))
        .isEqualTo(owner);
  }

  @Test
  @Tag("GX-09")
  void a_wrong_password_and_an_unknown_organisation_are_told_alike_and_counted() {
    OrganisationView unit = organisations.of(accounts.applicant());

    for (String company : new String[] {unit.name(), "没有这家公司" + Fresh.username()}) {
      for (int i = 0; i < Login.CAPTCHA_AFTER; i++) {
        assertThat(
                Refused.codes(() -> login.authenticateCompany(guoxin(), company, WRONG, ip, false)))
            .containsExactly("LOGIN_FAILED");
      }
      assertThat(login.captchaRequiredOfCompany(company, ip)).isTrue();
      assertThat(
              Refused.codes(() -> login.authenticateCompany(guoxin(), company, RIGHT, ip, false)))
          .containsExactly("CAPTCHA_REQUIRED");
      for (int i = Login.CAPTCHA_AFTER; i < Login.PER_USER.uses(); i++) {
        Refused.by(() -> login.authenticateCompany(guoxin(), company, WRONG, ip, true));
      }
      assertThat(
              Refused.by(() -> login.authenticateCompany(guoxin(), company, RIGHT, ip, true))
                  .kind())
          .isEqualTo(RefusalKind.TOO_MANY);
    }
  }

  @Test
  @Tag("GX-08")
  @Tag("GX-09")
  void a_unit_is_registered_once_and_signs_in_by_its_name_before_it_has_a_profile() {
    RegisteredUnit unit = new RegisteredUnit(" 宿迁新注册建设有限公司" + phone + " ", Fresh.creditCode());

    long id = register(unit);

    Actor owner = login.authenticateCompany(guoxin(), unit.name(), RIGHT, ip, false);
    assertThat(owner.accountId()).isEqualTo(id);
    assertThat(units.of(owner).orElseThrow().creditCode()).isEqualTo(unit.creditCode());
    assertThat(Refused.codes(() -> register(unit))).containsExactly("CREDIT_CODE_TAKEN");
    assertThat(Refused.codes(() -> register(new RegisteredUnit(" ", "1"))))
        .containsExactly("FIELD_REQUIRED", "CREDIT_CODE_FORM");
    assertThat(Refused.codes(() -> register(null)))
        .containsExactly("FIELD_REQUIRED", "FIELD_REQUIRED");
  }

  private long register(@Nullable RegisteredUnit unit) {
    return registration.register(registering(), guoxin(), HallRegistration.of(unit));
  }

  private RegistrationForm registering() {
    String number = Fresh.phone();
    codes.request(VerificationPurpose.REGISTER, number, Fresh.ip());
    return new RegistrationForm(
        Fresh.username(),
        RIGHT,
        number,
        phones.latest(number),
        null,
        RegistrationAgreement.VERSION);
  }

  @Test
  @Tag("GX-09")
  void a_hall_that_does_not_offer_it_refuses() {
    OrganisationView unit = organisations.of(accounts.applicant());

    assertThat(
            Refused.codes(
                () -> login.authenticateCompany(shenzhen(), unit.name(), RIGHT, ip, false)))
        .containsExactly("LOGIN_NOT_OFFERED");
    assertThat(Refused.codes(() -> phoneLogin.request(guoxin(), phone, ip)))
        .containsExactly("LOGIN_NOT_OFFERED");
    assertThat(Refused.codes(() -> phoneLogin.authenticate(guoxin(), phone, "123456", ip)))
        .containsExactly("LOGIN_NOT_OFFERED");
  }

  @Test
  @Tag("SZ-04")
  void a_code_opens_the_account_of_the_phone_once() {
    Actor owner = accounts.with(Fresh.username(), phone, Role.APPLICANT);
    phoneLogin.request(shenzhen(), phone, ip);
    String code = phones.latest(phone);

    assertThat(phones.to(phone).getLast().hall()).isEqualTo("szca-hunan");
    assertThat(phoneLogin.authenticate(shenzhen(), phone, code, ip)).isEqualTo(owner);
    assertThat(Refused.codes(() -> phoneLogin.authenticate(shenzhen(), phone, code, ip)))
        .containsExactly("CODE_EXPIRED");
  }

  @Test
  @Tag("SZ-04")
  void a_phone_without_an_account_is_answered_alike_and_gets_no_message() {
    phoneLogin.request(shenzhen(), phone, ip);

    assertThat(phones.to(phone)).isEmpty();
    assertThat(Refused.codes(() -> phoneLogin.authenticate(shenzhen(), phone, "000000", ip)))
        .containsExactly("CODE_WRONG");
    assertThat(Refused.codes(() -> phoneLogin.request(shenzhen(), phone, ip)))
        .containsExactly("CODE_TOO_SOON");
  }

  @Test
  @Tag("SZ-04")
  void wrong_old_and_guessed_codes_are_refused() {
    accounts.with(Fresh.username(), phone, Role.APPLICANT);
    phoneLogin.request(shenzhen(), phone, ip);
    String code = phones.latest(phone);
    String wrong = code.equals("000000") ? "000001" : "000000";

    assertThat(Refused.codes(() -> phoneLogin.authenticate(shenzhen(), phone, wrong, ip)))
        .containsExactly("CODE_WRONG");
    assertThat(Refused.codes(() -> phoneLogin.authenticate(shenzhen(), "12", "", ip)))
        .containsExactly("PHONE_FORM");
    for (int i = 1; i < VerificationCodes.MAX_ATTEMPTS; i++) {
      Refused.by(() -> phoneLogin.authenticate(shenzhen(), phone, wrong, ip));
    }
    assertThat(Refused.codes(() -> phoneLogin.authenticate(shenzhen(), phone, code, ip)))
        .containsExactly("CODE_TRIED_TOO_OFTEN");

    clock.advance(Duration.ofMinutes(2));
    phoneLogin.request(shenzhen(), phone, ip);
    String second = phones.latest(phone);
    clock.advance(VerificationCodes.VALIDITY);
    assertThat(Refused.codes(() -> phoneLogin.authenticate(shenzhen(), phone, second, ip)))
        .containsExactly("CODE_EXPIRED");
  }

  @Test
  @Tag("SZ-04")
  void staff_and_phones_of_several_accounts_do_not_sign_in_so() {
    accounts.with(Fresh.username(), phone, Role.APPLICANT, Role.REVIEWER);
    phoneLogin.request(shenzhen(), phone, ip);
    assertThat(phones.to(phone)).isEmpty();

    String shared = Fresh.phone();
    accounts.with(Fresh.username(), shared, Role.APPLICANT);
    accounts.with(Fresh.username(), shared, Role.APPLICANT);
    phoneLogin.request(shenzhen(), shared, ip);
    assertThat(
            Refused.codes(
                () -> phoneLogin.authenticate(shenzhen(), shared, phones.latest(shared), ip)))
        .containsExactly("LOGIN_PHONE_SHARED");
  }

  @Test
  @Tag("SZ-04")
  void an_address_that_tries_too_often_has_to_wait() {
    for (int i = 0; i < PhoneLogin.PER_ADDRESS.uses(); i++) {
      Refused.by(() -> phoneLogin.authenticate(shenzhen(), phone, "000000", ip));
    }

    assertThat(Refused.by(() -> phoneLogin.authenticate(shenzhen(), phone, "000000", ip)).kind())
        .isEqualTo(RefusalKind.TOO_MANY);
  }
}
