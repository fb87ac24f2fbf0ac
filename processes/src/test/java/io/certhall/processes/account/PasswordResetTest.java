package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class PasswordResetTest {

  private static final String NEW = "Yellow-River-2026";

  private final PasswordReset reset;
  private final Login login;
  private final ApiTokens tokens;
  private final OrganisationProfiles profiles;
  private final TestAccounts accounts;
  private final RecordedCodes phones;
  private final String username = Fresh.username();
  private final String phone = Fresh.phone();
  private final String ip = Fresh.ip();

  PasswordResetTest(
      PasswordReset reset,
      Login login,
      ApiTokens tokens,
      OrganisationProfiles profiles,
      TestAccounts accounts,
      RecordedCodes phones) {
    this.reset = reset;
    this.login = login;
    this.tokens = tokens;
    this.profiles = profiles;
    this.accounts = accounts;
    this.phones = phones;
  }

  private Actor owner = Actor.SYSTEM;

  @BeforeEach
  void makeAccount() {
    owner = accounts.with(username, phone, Role.APPLICANT);
  }

  @Test
  @Tag("GS-06")
  void who_reads_the_code_gets_a_new_password_and_all_tokens_end() {
    String token = tokens.issue(owner).token();
    reset.request(username, phone, ip);

    reset.reset(username, phone, phones.latest(phone), NEW);

    assertThat(login.authenticate(username, NEW, ip, false)).isEqualTo(owner);
    assertThat(Refused.codes(() -> login.authenticate(username, TestAccounts.PASSWORD, ip, false)))
        .containsExactly("LOGIN_FAILED");
    assertThat(tokens.resolve(token)).isEmpty();
  }

  @Test
  void a_reset_lifts_the_lock_of_the_login() {
    for (int i = 0; i < 10; i++) {
      Refused.by(() -> login.authenticate(username, "Wrong-Password-1", ip, true));
    }
    reset.request(username, phone, ip);

    reset.reset(username, phone, phones.latest(phone), NEW);

    assertThat(login.authenticate(username, NEW, ip, false)).isEqualTo(owner);
  }

  @Test
  @Tag("SD-08")
  void the_legal_representatives_phone_works_as_well() {
    OrganisationForm form = TestOrganisations.form();
    profiles.save(owner, form);
    String legalRepPhone = Objects.requireNonNull(form.legalRepPhone());
    reset.request(username, legalRepPhone, ip);

    reset.reset(username, legalRepPhone, phones.latest(legalRepPhone), NEW);

    assertThat(login.authenticate(username, NEW, ip, false)).isEqualTo(owner);
  }

  @Test
  void someone_elses_phone_gets_no_code_and_the_answer_does_not_tell() {
    String stranger = Fresh.phone();

    reset.request(username, stranger, ip);
    reset.request(Fresh.username(), phone, ip);

    assertThat(phones.to(stranger)).isEmpty();
    assertThat(phones.to(phone)).isEmpty();
    assertThat(Refused.codes(() -> reset.reset(username, stranger, "123456", NEW)))
        .isEqualTo(Refused.codes(() -> reset.reset(Fresh.username(), phone, "123456", NEW)))
        .containsExactly("CODE_WRONG");
  }

  @Test
  void a_code_for_one_account_does_not_open_another() {
    String other = Fresh.username();
    accounts.with(other, Fresh.phone(), Role.APPLICANT);
    reset.request(username, phone, ip);

    assertThat(Refused.codes(() -> reset.reset(other, phone, phones.latest(phone), NEW)))
        .containsExactly("CODE_WRONG");
  }

  @Test
  void a_phone_that_does_not_belong_is_throttled_like_one_that_does() {
    String stranger = Fresh.phone();
    reset.request(username, stranger, ip);

    var refusal = Refused.by(() -> reset.request(username, stranger, ip));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.TOO_MANY);
  }

  @Test
  void a_wrong_code_and_a_weak_password_are_said_at_once() {
    reset.request(username, phone, ip);

    assertThat(Refused.codes(() -> reset.reset(username, phone, "abcdef", "weak")))
        .containsExactly("PASSWORD_TOO_SHORT", "PASSWORD_TOO_SIMPLE", "CODE_WRONG");
    assertThat(login.authenticate(username, TestAccounts.PASSWORD, ip, false)).isEqualTo(owner);
  }

  @Test
  void wrong_codes_are_counted() {
    reset.request(username, phone, ip);
    for (int i = 0; i < 5; i++) {
      Refused.by(() -> reset.reset(username, phone, "abcdef", NEW));
    }

    assertThat(Refused.codes(() -> reset.reset(username, phone, phones.latest(phone), NEW)))
        .containsExactly("CODE_TRIED_TOO_OFTEN");
  }

  @Test
  void a_code_resets_once() {
    reset.request(username, phone, ip);
    reset.reset(username, phone, phones.latest(phone), NEW);

    assertThat(
            Refused.codes(
                () -> reset.reset(username, phone, phones.latest(phone), "Other-Bridge-55")))
        .containsExactly("CODE_EXPIRED");
  }

  @Test
  void a_phone_without_form_is_named() {
    assertThat(Refused.codes(() -> reset.request(username, "110", ip)))
        .containsExactly("PHONE_FORM");
  }
}
