package io.certhall.processes.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.notification.Inbox;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class RevocationWarningsTest {

  private static final String HALL = "gxca-suqian";

  private final RevocationWarnings warnings;
  private final TestCertificates certificates;
  private final TestOrganisations organisations;
  private final TestAccounts accounts;
  private final TestOrders orders;
  private final TestSteps steps;
  private final OrderDrafts drafts;
  private final ReviewDecisions decisions;
  private final Inbox inbox;
  private final Clock clock;

  RevocationWarningsTest(
      RevocationWarnings warnings,
      TestCertificates certificates,
      TestOrganisations organisations,
      TestAccounts accounts,
      TestOrders orders,
      TestSteps steps,
      OrderDrafts drafts,
      ReviewDecisions decisions,
      Inbox inbox,
      Clock clock) {
    this.warnings = warnings;
    this.certificates = certificates;
    this.organisations = organisations;
    this.accounts = accounts;
    this.orders = orders;
    this.steps = steps;
    this.drafts = drafts;
    this.decisions = decisions;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Test
  @Tag("AC-29")
  void reviewers_and_managers_are_warned_after_twenty_hours_without_a_decision() {
    Actor reviewer = accounts.staff(Role.REVIEWER);
    Actor manager = accounts.staff(Role.MANAGER);
    String orderNo = requested();

    waits(orderNo, Duration.ofHours(19));
    warnings.warn();
    assertThat(told(reviewer, orderNo)).isEmpty();

    waits(orderNo, Duration.ofHours(20));
    warnings.warn();
    warnings.warn();

    assertThat(told(reviewer, orderNo)).singleElement().asString().contains("24小时期限");
    assertThat(told(manager, orderNo)).hasSize(1);
    assertThat(told(accounts.staff(Role.PRODUCER), orderNo)).isEmpty();
  }

  @Test
  @Tag("AC-29")
  void an_approved_revocation_that_is_not_done_is_warned_of_four_hours_before_its_limit() {
    Actor reviewer = accounts.staff(Role.REVIEWER);
    String orderNo = requested();
    decisions.decide(
        accounts.staff(Role.REVIEWER),
        steps.review(orderNo).id(),
        new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
    warnings.warn();
    assertThat(told(reviewer, orderNo)).isEmpty();

    orders.change(orderNo, OrderChange.of().dueBy(clock.instant().plus(Duration.ofHours(4))));
    warnings.warn();

    assertThat(told(reviewer, orderNo)).hasSize(1);
  }

  private String requested() {
    Actor applicant = accounts.applicant();
    organisations.of(applicant);
    String serial = certificates.issued(applicant, HALL);
    String orderNo =
        drafts.create(
            applicant, certificates.form(HALL, Service.REVOKE, TestCertificates.of(serial)));
    orders.submit(applicant, orderNo);
    orders.move(orderNo, OrderState.REVIEW_PENDING);
    return orderNo;
  }

  private void waits(String orderNo, Duration time) {
    orders.change(
        orderNo, OrderChange.of().state(OrderState.REVIEW_PENDING, clock.instant().minus(time)));
  }

  private List<String> told(Actor person, String orderNo) {
    return inbox.page(person, true, 0, 100).stream()
        .map(message -> message.zh())
        .filter(text -> text.contains(orderNo))
        .toList();
  }
}
