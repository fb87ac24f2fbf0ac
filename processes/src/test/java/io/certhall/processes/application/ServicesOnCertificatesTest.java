package io.certhall.processes.application;

import static io.certhall.processes.support.TestCertificates.key;
import static io.certhall.processes.support.TestCertificates.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.CertificateHistory;
import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.CertificateUnlock;
import io.certhall.processes.certificate.KeyLock;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.issuance.CertificateChanges;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ProcessesTest
class ServicesOnCertificatesTest {

  private static final String HALL = TestOrders.HALL;

  private final TestCertificates certificates;
  private final TestOrders orders;
  private final TestOrganisations organisations;
  private final TestAccounts accounts;
  private final TestSteps steps;
  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final OrderWithdrawal withdrawal;
  private final CertificateServices services;
  private final CertificateRegister register;
  private final CertificateHistory history;
  private final CertificateUnlock unlock;
  private final KeyLock lock;
  private final CertificateChanges changes;
  private final ReviewDecisions decisions;
  private final Orders stored;
  private final Quotes quotes;
  private final Clock clock;

  ServicesOnCertificatesTest(
      TestCertificates certificates,
      TestOrders orders,
      TestOrganisations organisations,
      TestAccounts accounts,
      TestSteps steps,
      OrderDrafts drafts,
      OrderSubmission submission,
      OrderWithdrawal withdrawal,
      CertificateServices services,
      CertificateRegister register,
      CertificateHistory history,
      CertificateUnlock unlock,
      KeyLock lock,
      CertificateChanges changes,
      ReviewDecisions decisions,
      Orders stored,
      Quotes quotes,
      Clock clock) {
    this.clock = clock;
    this.certificates = certificates;
    this.orders = orders;
    this.organisations = organisations;
    this.accounts = accounts;
    this.steps = steps;
    this.drafts = drafts;
    this.submission = submission;
    this.withdrawal = withdrawal;
    this.services = services;
    this.register = register;
    this.history = history;
    this.unlock = unlock;
    this.lock = lock;
    this.changes = changes;
    this.decisions = decisions;
    this.stored = stored;
    this.quotes = quotes;
  }

  private List<String> refusal(Actor applicant, Service service, ItemForm... items) {
    return Refused.codes(() -> drafts.create(applicant, certificates.form(HALL, service, items)));
  }

  private String submitted(Actor applicant, OrderForm form) {
    String orderNo = drafts.create(applicant, form);
    orders.attachAll(applicant, orderNo);
    submission.submit(applicant, orderNo);
    return orderNo;
  }

  private CertificateState state(String serial) {
    return register.find(serial).orElseThrow().state();
  }

  @Test
  @Tag("GS-23")
  void a_renewal_opens_ninety_days_before_the_end_and_closes_with_it() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL, "OFFICIAL");
    certificates.endsIn(serial, Duration.ofDays(91));
    assertThat(refusal(applicant, Service.RENEW, of(serial))).containsExactly("RENEWAL_WINDOW");
    certificates.endsIn(serial, Duration.ofDays(-1));
    assertThat(refusal(applicant, Service.RENEW, of(serial)))
        .containsExactly("CERTIFICATE_EXPIRED");
    certificates.endsIn(serial, Duration.ofDays(89));
    String orderNo = drafts.create(applicant, certificates.form(HALL, Service.RENEW, of(serial)));
    assertThat(stored.items(orderNo).getFirst().seals()).containsExactly("OFFICIAL");
    assertThat(stored.items(orderNo).getFirst().years()).isOne();
  }

  @Test
  void another_s_certificate_and_an_unnamed_one_are_refused() {
    Actor applicant = orders.applicant();
    String foreign = certificates.issued(orders.applicant(), HALL);
    assertThat(refusal(applicant, Service.RENEW, of(foreign)))
        .containsExactly("CERTIFICATE_UNKNOWN");
    assertThat(
            refusal(
                applicant, Service.REVOKE, new ItemForm(null, null, 0, 1, List.of(), false, null)))
        .containsExactly("FIELD_REQUIRED");
  }

  @Test
  void a_certificate_has_one_open_order_of_each_service() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL, "OFFICIAL");
    assertThat(refusal(applicant, Service.RENEW, of(serial), of(serial)))
        .containsExactly("DUPLICATE_ORDER");
    String open = submitted(applicant, certificates.form(HALL, Service.RENEW, of(serial)));
    assertThat(refusal(applicant, Service.RENEW, of(serial))).containsExactly("DUPLICATE_ORDER");
    withdrawal.withdraw(applicant, open);
    drafts.create(applicant, certificates.form(HALL, Service.RENEW, of(serial)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Service.class,
      names = {"RENEW", "REPLACE", "CHANGE", "REVOKE", "REPORT_LOSS", "CANCEL_LOSS"})
  void a_revoked_certificate_is_served_no_more(Service service) {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL);
    certificates.put(serial, CertificateState.REVOKED);
    assertThat(refusal(applicant, service, of(serial))).containsExactly("CERTIFICATE_REVOKED");
  }

  @Test
  @Tag("GS-24")
  @Tag("SD-39")
  void a_replacement_given_up_gives_the_certificate_back_but_a_loss_report_does_not() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL);
    certificates.put(serial, CertificateState.LOCKED);
    String replacement = submitted(applicant, certificates.form(HALL, Service.REPLACE, of(serial)));
    assertThat(state(serial)).isEqualTo(CertificateState.SUSPENDED);
    withdrawal.withdraw(applicant, replacement);
    assertThat(state(serial)).isEqualTo(CertificateState.LOCKED);

    String loss = submitted(applicant, certificates.form(HALL, Service.REPORT_LOSS, of(serial)));
    withdrawal.withdraw(applicant, loss);
    assertThat(state(serial)).isEqualTo(CertificateState.SUSPENDED);
    assertThat(history.of(applicant, serial).stream().map(CertificateHistory.Event::move))
        .containsExactly(CertificateMove.SUSPEND, CertificateMove.RELEASE, CertificateMove.SUSPEND);
  }

  @Test
  @Tag("AC-34")
  @Tag("SD-38")
  void a_loss_of_a_certificate_not_in_the_list_waits_for_staff() {
    Actor applicant = orders.applicant();
    String known = certificates.issued(orders.applicant(), HALL);
    String orderNo = submitted(applicant, certificates.form(HALL, Service.REPORT_LOSS, of(known)));
    assertThat(state(known)).isEqualTo(CertificateState.NORMAL);
    changes.apply(orderNo, "status-change.apply");
    assertThat(state(known)).isEqualTo(CertificateState.SUSPENDED);

    String other = submitted(applicant, certificates.form(HALL, Service.REPORT_LOSS, of("FFFF")));
    changes.apply(other, "status-change.apply");
    assertThat(stored.items(other).getFirst().status()).isEqualTo(ItemStatus.FAILED);
  }

  @Test
  @Tag("GS-47")
  void seals_are_added_up_to_the_limit_and_none_twice() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL, "OFFICIAL", "FINANCE");
    assertThat(refusal(applicant, Service.ADD_SEAL, of(serial))).containsExactly("SEALS_REQUIRED");
    assertThat(refusal(applicant, Service.ADD_SEAL, of(serial, "OFFICIAL")))
        .containsExactly("SEAL_EXISTS");
    assertThat(refusal(applicant, Service.ADD_SEAL, of(serial, "CONTRACT", "LEGAL_REP")))
        .containsExactly("LIMIT_SEALS");
    String second = certificates.issued(applicant, HALL);
    assertThat(refusal(applicant, Service.ADD_SEAL, of(serial, "CONTRACT"), of(second, "CONTRACT")))
        .containsExactly("LIMIT_COPIES");
  }

  @Test
  @Tag("AC-10")
  @Tag("GS-83")
  @Tag("GS-84")
  void own_keys_are_unlocked_at_once_and_foreign_ones_refused() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL);
    KeyReading own = new KeyReading(key(serial), "甘肃中工国际 SM2 签发CA", null);
    assertThat(lock.reportWrongPins(applicant, HALL, own, 9)).isFalse();
    assertThat(lock.reportWrongPins(applicant, HALL, own, 10)).isTrue();
    assertThat(state(serial)).isEqualTo(CertificateState.LOCKED);

    assertThat(
            Refused.codes(
                () -> unlock.unlock(applicant, HALL, new KeyReading("OTHER-1", null, null))))
        .containsExactly("FOREIGN_KEY");
    assertThat(
            Refused.codes(
                () -> unlock.unlock(applicant, HALL, new KeyReading(key(serial), "别家CA", null))))
        .containsExactly("FOREIGN_KEY");
    assertThat(Refused.codes(() -> unlock.unlock(orders.applicant(), HALL, own)))
        .containsExactly("KEY_OF_OTHERS");
    unlock.unlock(applicant, HALL, own);
    assertThat(state(serial)).isEqualTo(CertificateState.NORMAL);
    assertThat(history.of(applicant, serial).getLast().move()).isEqualTo(CertificateMove.UNLOCK);
    assertThat(refusal(applicant, Service.UNLOCK, of(serial))).containsExactly("SERVICE_INSTANT");
  }

  @Test
  @Tag("SD-29")
  void who_has_a_new_name_changes_before_he_renews() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL);
    certificates.names(serial, "甘肃旧名有限公司");
    assertThat(refusal(applicant, Service.RENEW, of(serial))).containsExactly("CHANGE_FIRST");
  }

  @Test
  void a_change_says_what_changes_into_what() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL);
    OrderForm form = certificates.form(HALL, Service.CHANGE, of(serial));
    String orderNo = drafts.create(applicant, form);
    assertThat(submission.obstacles(applicant, orderNo))
        .anyMatch(problem -> problem.path().equals("change.kinds"));
    drafts.update(
        applicant,
        orderNo,
        form.withChange(new OrderForm.ChangeForm(List.of(ChangeKind.NAME), null, null, null, null)),
        -1);
    assertThat(submission.obstacles(applicant, orderNo))
        .anyMatch(problem -> problem.path().equals("change.newName"));
    assertThat(
            Refused.codes(
                () ->
                    quotes.quote(
                        "cfca-suqian",
                        Service.CHANGE,
                        Holder.PERSON,
                        List.of(),
                        List.of(ChangeKind.NAME))))
        .containsExactly("HOLDER_NOT_OFFERED");
  }

  @Test
  @Tag("AC-29")
  void a_revocation_done_later_than_promised_is_marked_overdue() {
    String hall = "gxca-suqian";
    Actor applicant = accounts.applicant();
    organisations.of(applicant);
    String serial = certificates.issued(applicant, hall);
    String orderNo = submitted(applicant, certificates.form(hall, Service.REVOKE, of(serial)));
    decisions.decide(
        accounts.staff(Role.REVIEWER),
        steps.review(orderNo).id(),
        new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
    assertThat(orders.order(orderNo).dueBy())
        .isBetween(
            clock.instant().plus(Duration.ofHours(23)), clock.instant().plus(Duration.ofDays(400)));
    orders.change(orderNo, OrderChange.of().dueBy(Instant.EPOCH));
    changes.apply(orderNo, "status-change.apply");
    assertThat(orders.order(orderNo).overdue()).isTrue();
    assertThat(state(serial)).isEqualTo(CertificateState.REVOKED);
  }

  @Test
  void a_page_can_ask_what_fits_a_certificate_and_why_not() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, HALL);
    certificates.endsIn(serial, Duration.ofDays(200));
    assertThat(services.options(applicant, serial))
        .filteredOn(CertificateServices.Option::isOpen)
        .extracting(CertificateServices.Option::service)
        .contains(Service.REPLACE, Service.CHANGE, Service.UNLOCK, Service.REPORT_LOSS)
        .doesNotContain(Service.RENEW, Service.CANCEL_LOSS);
    assertThat(services.candidates(applicant, HALL, Service.RENEW, Holder.ORGANISATION))
        .singleElement()
        .matches(candidate -> !candidate.isOpen());
  }
}
