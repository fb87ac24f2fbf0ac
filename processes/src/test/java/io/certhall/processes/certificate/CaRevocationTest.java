package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrganisations;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The CA revokes on its own. */
@ProcessesTest
class CaRevocationTest {

  private final CaRevocation revocation;
  private final CertificateRegister register;
  private final TestCertificates certificates;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final DSLContext dsl;
  private Actor holder = Actor.SYSTEM;
  private Actor manager = Actor.SYSTEM;
  private String serial = "";

  CaRevocationTest(
      CaRevocation revocation,
      CertificateRegister register,
      TestCertificates certificates,
      TestAccounts accounts,
      TestOrganisations organisations,
      DSLContext dsl) {
    this.revocation = revocation;
    this.register = register;
    this.certificates = certificates;
    this.accounts = accounts;
    this.organisations = organisations;
    this.dsl = dsl;
  }

  @BeforeEach
  void a_certificate_in_force() {
    holder = accounts.applicant();
    organisations.of(holder);
    serial = certificates.issued(holder, "gxca-suqian", "OFFICIAL");
    manager = accounts.staff(Role.MANAGER);
  }

  private CertificateState state() {
    return register.find(serial).orElseThrow().state();
  }

  @Test
  @Tag("GX-66")
  void false_data_lead_to_revocation_and_the_holder_is_told_why() {
    revocation.revoke(manager, serial, RevocationGround.FALSE_DATA, "营业执照系伪造");

    assertThat(state()).isEqualTo(CertificateState.REVOKED);
    assertThat(CaRevocation.isPossible(state())).isFalse();
    assertThat(
            dsl.fetchCount(
                NOTIFICATION,
                NOTIFICATION
                    .ACCOUNT_ID
                    .eq(holder.accountId())
                    .and(NOTIFICATION.MESSAGE_ID.eq("MSG-59"))))
        .isEqualTo(2);
    assertThat(
            Refused.codes(() -> revocation.revoke(manager, serial, RevocationGround.LEGAL, "再次")))
        .containsExactly("CERTIFICATE_REVOKED");
  }

  @Test
  @Tag("GX-66")
  void a_ground_a_note_a_manager_and_a_foreign_certificate_are_needed() {
    assertThat(Refused.codes(() -> revocation.revoke(manager, serial, null, " ")))
        .containsExactly("FIELD_REQUIRED", "FIELD_REQUIRED");
    assertThat(
            Refused.by(
                    () ->
                        revocation.revoke(
                            accounts.staff(Role.REVIEWER),
                            serial,
                            RevocationGround.KEY_INSECURE,
                            "漏洞"))
                .kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    Actor own = new Actor(holder.accountId(), holder.name(), Set.of(Role.MANAGER));
    assertThat(
            Refused.codes(
                () -> revocation.revoke(own, serial, RevocationGround.BREACH_OF_DUTIES, "出借")))
        .containsExactly("OWN_CERTIFICATE");
    assertThat(
            Refused.codes(() -> revocation.revoke(manager, "00FF", RevocationGround.LEGAL, "判决")))
        .containsExactly("CERTIFICATE_UNKNOWN");
    assertThat(state()).isEqualTo(CertificateState.NORMAL);
  }
}
