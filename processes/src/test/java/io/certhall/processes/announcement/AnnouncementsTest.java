package io.certhall.processes.announcement;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.ORDER_AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a hall tells the holders of its certificates on its own. */
@ProcessesTest
class AnnouncementsTest {

  private static final String HALL = "gxca-suqian";
  private static final int ALL = 10_000;

  private final AgreementNotices agreements;
  private final UpdateRequests updates;
  private final TestCertificates certificates;
  private final TestOrganisations organisations;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;
  private Actor holder = Actor.SYSTEM;
  private Actor manager = Actor.SYSTEM;

  AnnouncementsTest(
      AgreementNotices agreements,
      UpdateRequests updates,
      TestCertificates certificates,
      TestOrganisations organisations,
      TestAccounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.agreements = agreements;
    this.updates = updates;
    this.certificates = certificates;
    this.organisations = organisations;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
  }

  @BeforeEach
  void a_holder_of_a_certificate() {
    holder = accounts.applicant();
    organisations.of(holder);
    certificates.issued(holder, HALL, "OFFICIAL");
    manager = accounts.staff(Role.MANAGER);
  }

  private int told(String message) {
    return dsl.fetchCount(
        NOTIFICATION,
        NOTIFICATION
            .ACCOUNT_ID
            .eq(holder.accountId())
            .and(NOTIFICATION.MESSAGE_ID.eq(message))
            .and(NOTIFICATION.CHANNEL.eq("IN_APP")));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
  }

  private void acceptedAnEarlierVersion() {
    dsl.update(ORDER_AGREEMENT).set(ORDER_AGREEMENT.VERSION, "2025-9").execute();
  }

  @Test
  @Tag("GX-67")
  void who_accepted_an_earlier_version_is_told_once_that_the_agreement_changed() {
    agreements.tell(ALL);
    assertThat(told("MSG-58")).isZero();

    acceptedAnEarlierVersion();
    agreements.tell(ALL);
    agreements.tell(ALL);

    assertThat(told("MSG-58")).isEqualTo(1);
  }

  @Test
  @Tag("GX-61")
  void holders_are_asked_once_to_update_before_the_day() {
    clock.advance(Duration.ofSeconds(2));
    long id = updates.request(manager, HALL, today().plusDays(30), "算法升级");

    updates.tell(ALL);
    updates.tell(ALL);

    assertThat(told("MSG-57")).isEqualTo(1);
    assertThat(updates.all(manager))
        .filteredOn(request -> request.id() == id)
        .singleElement()
        .satisfies(request -> assertThat(request.open()).isPositive());
  }

  @Test
  void certificates_made_after_the_request_are_not_asked_for() {
    updates.request(manager, HALL, today().plusDays(30), "算法升级");
    clock.advance(Duration.ofSeconds(2));
    Actor later = accounts.applicant();
    organisations.of(later);
    certificates.issued(later, HALL, "OFFICIAL");
    holder = later;

    updates.tell(ALL);

    assertThat(told("MSG-57")).isZero();
  }

  @Test
  void a_request_needs_a_manager_a_hall_with_words_a_day_to_come_and_a_reason() {
    assertThat(
            Refused.by(
                    () ->
                        updates.request(
                            accounts.staff(Role.REVIEWER), HALL, today().plusDays(3), "原因"))
                .kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.codes(() -> updates.request(manager, "gscamce", today(), " ")))
        .containsExactly("UPDATE_REQUEST_HALL", "UPDATE_REQUEST_DEADLINE", "FIELD_REQUIRED");
    assertThat(Refused.codes(() -> updates.request(manager, null, null, "原因")))
        .containsExactly("UPDATE_REQUEST_HALL", "FIELD_REQUIRED");
    assertThat(Refused.codes(() -> updates.request(manager, HALL, today().plusDays(400), "原因")))
        .containsExactly("UPDATE_REQUEST_DEADLINE");
    assertThat(updates.halls()).isEqualTo(List.of(HALL));
  }
}
