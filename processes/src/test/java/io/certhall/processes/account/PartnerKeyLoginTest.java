package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.PackReader;
import io.certhall.bpmn.PackSource;
import io.certhall.processes.account.KeyLogin.Answer;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of other issuers, with a partner's CA made for the test. */
@ProcessesTest
class PartnerKeyLoginTest {

  private static final String ORIGIN = "https://hall.example";
  private static final HallPack GANSU =
      PackSource.fromClasspath().stream()
          .filter(pack -> pack.hall().equals("gscamce"))
          .findFirst()
          .orElseThrow();

  private final KeyLogin login;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final DSLContext dsl;
  private final HallClock clock;
  private final Actor owner;
  private final OrganisationView unit;
  private final PartnerAuthority partner;

  PartnerKeyLoginTest(
      KeyLogin login,
      TestAccounts accounts,
      TestOrganisations organisations,
      DSLContext dsl,
      HallClock clock) {
    this.login = login;
    this.accounts = accounts;
    this.organisations = organisations;
    this.dsl = dsl;
    this.clock = clock;
    this.owner = accounts.applicant();
    this.unit = organisations.approved(owner, "gscamce");
    this.partner = new PartnerAuthority("Partner", "sm2p256v1", clock.instant());
  }

  @Test
  @Tag("GS-13")
  void gansu_lists_six_partners_and_ships_no_certificate_of_any() {
    HallSettings gansu = gansu();

    assertThat(gansu.partnerIssuers())
        .extracting(issuer -> issuer.name().zh())
        .containsExactly("中工国际", "成兴科技", "文锐电子交易网络", "国泰新点", "金润科技", "交易通");
    assertThat(gansu.partnerIssuers()).allSatisfy(it -> assertThat(it.certificates()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm2p256v1", "secp256r1"})
  @Tag("GS-13")
  void a_key_of_an_accepted_partner_opens_the_account_of_its_unit(String curve) {
    PartnerAuthority issuer = new PartnerAuthority("Partner", curve, clock.instant());

    Actor actor = logIn(issuer.certifies(unit.creditCode()), accepting(issuer.pem()));

    assertThat(actor).isEqualTo(owner);
    assertThat(
            dsl.fetchExists(
                AUDIT_LOG,
                AUDIT_LOG
                    .ACTION
                    .eq("account.key-login")
                    .and(AUDIT_LOG.ACTOR_ID.eq(owner.accountId()))
                    .and(AUDIT_LOG.DETAIL.contains("ZHONGGONG"))))
        .isTrue();
  }

  @Test
  @Tag("GS-13")
  void the_credit_code_may_stand_in_an_extension() {
    assertThat(logIn(partner.certifiesInExtension(unit.creditCode()), accepting(partner.pem())))
        .isEqualTo(owner);
  }

  @Test
  @Tag("GS-13")
  void an_issuer_that_is_not_accepted_is_refused_also_under_an_accepted_name() {
    PartnerAuthority.Key foreign =
        new PartnerAuthority("Foreign", "sm2p256v1", clock.instant()).certifies(unit.creditCode());
    PartnerAuthority.Key impostor =
        new PartnerAuthority("Partner", "sm2p256v1", clock.instant()).certifies(unit.creditCode());

    assertThat(refusal(foreign, accepting(partner.pem()))).containsExactly("KEY_LOGIN_FAILED");
    assertThat(refusal(impostor, accepting(partner.pem()))).containsExactly("KEY_LOGIN_FAILED");
  }

  @Test
  void no_partner_is_accepted_without_its_certificate_or_without_a_hall() {
    PartnerAuthority.Key key = partner.certifies(unit.creditCode());

    assertThat(refusal(key, gansu())).containsExactly("KEY_LOGIN_FAILED");
    assertThat(refusal(key, null)).containsExactly("KEY_LOGIN_FAILED");
  }

  @Test
  void a_certificate_in_the_list_that_is_no_ca_vouches_for_nobody() {
    PartnerAuthority.Key leaf = partner.certifies(Fresh.creditCode());

    assertThat(refusal(leaf.certifies(unit.creditCode()), accepting(leaf.pem())))
        .containsExactly("KEY_LOGIN_FAILED");
  }

  @Test
  void another_challenge_and_another_key_are_refused() {
    PartnerAuthority.Key key = partner.certifies(unit.creditCode());
    HallSettings hall = accepting(partner.pem());

    assertThat(
            Refused.codes(
                () ->
                    login.authenticate(
                        ORIGIN, "c2", key.signs("certhall-login:" + ORIGIN + ":c1"), ip(), hall)))
        .containsExactly("KEY_LOGIN_FAILED");
    Answer other = partner.certifies(Fresh.creditCode()).signs("certhall-login:" + ORIGIN + ":c1");
    Answer mixed = new Answer(key.signs("").certificate(), other.signature(), other.algorithm());
    assertThat(Refused.codes(() -> login.authenticate(ORIGIN, "c1", mixed, ip(), hall)))
        .containsExactly("KEY_LOGIN_FAILED");
  }

  @Test
  void an_expired_certificate_and_an_expired_ca_are_refused() {
    PartnerAuthority.Key key = partner.certifies(unit.creditCode());
    HallSettings hall = accepting(partner.pem());

    clock.advance(Duration.ofDays(400));

    assertThat(refusal(key, hall)).containsExactly("KEY_LOGIN_FAILED");
  }

  @Test
  void a_unit_without_an_account_is_told_to_register() {
    assertThat(refusal(partner.certifies(Fresh.creditCode()), accepting(partner.pem())))
        .containsExactly("KEY_LOGIN_NO_ACCOUNT");
    assertThat(refusal(partner.certifies("no code"), accepting(partner.pem())))
        .containsExactly("KEY_LOGIN_FAILED");
  }

  @Test
  void a_unit_that_no_reviewer_has_approved_is_not_opened_with_its_key() {
    String code = organisations.of(accounts.applicant()).creditCode();

    assertThat(refusal(partner.certifies(code), accepting(partner.pem())))
        .containsExactly("KEY_LOGIN_NO_ACCOUNT");
  }

  @Test
  void staff_do_not_sign_in_with_a_partners_key() {
    Actor both = accounts.with(Fresh.username(), Fresh.phone(), Role.APPLICANT, Role.REVIEWER);
    String code = organisations.approved(both, "gscamce").creditCode();

    assertThat(refusal(partner.certifies(code), accepting(partner.pem())))
        .containsExactly("KEY_LOGIN_NO_ACCOUNT");
  }

  private Actor logIn(PartnerAuthority.Key key, @Nullable HallSettings hall) {
    return login.authenticate(
        ORIGIN, "c1", key.signs("certhall-login:" + ORIGIN + ":c1"), ip(), hall);
  }

  private List<String> refusal(PartnerAuthority.Key key, @Nullable HallSettings hall) {
    return Refused.codes(() -> logIn(key, hall));
  }

  private static String ip() {
    return Fresh.ip();
  }

  private static HallSettings gansu() {
    return GANSU.settings();
  }

  /** Gansu with this certificate in place of the first partner's missing one. */
  private static HallSettings accepting(String pem) {
    Map<String, String> files = new TreeMap<>(GANSU.files());
    files.computeIfPresent(
        "hall.yaml",
        (name, yaml) ->
            yaml.replaceFirst(
                "certificates: \\[]", "certificates: [\"" + pem.replace("\n", "\\\\n") + "\"]"));
    return PackReader.read(files).settings();
  }
}
