package io.certhall.processes.sweep;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedEngine;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProcessesTest
class OrderSweepTest {

  private static final int ALL = 1000;
  private static final Duration LONG = Duration.ofMinutes(11);

  private final OrderSweep sweep;
  private final ReviewDecisions reviews;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final RecordedEngine engine;
  private final HallClock clock;
  private final DSLContext dsl;
  private final Actor admin;
  private String orderNo = "";

  OrderSweepTest(
      OrderSweep sweep,
      ReviewDecisions reviews,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      RecordedEngine engine,
      HallClock clock,
      DSLContext dsl) {
    this.sweep = sweep;
    this.reviews = reviews;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.engine = engine;
    this.clock = clock;
    this.dsl = dsl;
    this.admin = accounts.staff(Role.ADMIN);
  }

  @BeforeEach
  void a_submitted_order() {
    orderNo = orders.submitted(orders.applicant());
    awaitSent(1);
  }

  @Test
  void an_order_whose_start_vanished_is_started_again() {
    clock.advance(LONG);

    sweep.sweep(ALL);

    awaitSent(2);
    assertThat(engine.sentFor(orderNo))
        .allMatch(command -> command instanceof EngineCommand.StartOrder);
    EngineCommand.StartOrder again = (EngineCommand.StartOrder) engine.sentFor(orderNo).getLast();
    EngineCommand.StartOrder first = (EngineCommand.StartOrder) engine.sentFor(orderNo).getFirst();
    assertThat(again.policyVersionId()).isEqualTo(first.policyVersionId());
    assertThat(again.variables().toString()).isNotBlank();
    assertThat(again.variables().keySet()).isEqualTo(first.variables().keySet());
    assertThat(finding())
        .get()
        .extracting(OrderFinding::kind, OrderFinding::repairs)
        .containsExactly(FindingKind.NOT_STARTED, 1);
  }

  @Test
  void a_fresh_order_is_left_alone() {
    sweep.sweep(ALL);

    assertThat(finding()).isEmpty();
    assertThat(engine.sentFor(orderNo)).hasSize(1);
  }

  @Test
  void an_order_that_waits_for_a_person_is_left_alone() {
    steps.review(orderNo);
    clock.advance(LONG);

    sweep.sweep(ALL);

    assertThat(finding()).isEmpty();
  }

  @Test
  void a_repair_gets_time_and_is_not_tried_for_ever() {
    clock.advance(LONG);
    sweep.sweep(ALL);
    awaitSent(2);
    sweep.sweep(ALL);
    assertThat(finding()).get().extracting(OrderFinding::repairs).isEqualTo(1);

    for (int sent = 3; sent <= 6; sent++) {
      clock.advance(LONG);
      sweep.sweep(ALL);
      awaitSent(Math.min(sent, 4));
    }

    assertThat(finding()).get().extracting(OrderFinding::repairs).isEqualTo(3);
    assertThat(engine.sentFor(orderNo)).hasSize(4);
  }

  @Test
  void the_finding_is_gone_when_the_order_moves() {
    clock.advance(LONG);
    sweep.sweep(ALL);
    assertThat(finding()).isPresent();
    awaitSent(2);

    steps.review(orderNo);
    sweep.sweep(ALL);

    assertThat(finding()).isEmpty();
    assertThat(sweep.list(admin, false, ALL))
        .filteredOn(found -> found.orderNo().equals(orderNo))
        .singleElement()
        .satisfies(found -> assertThat(found.isOpen()).isFalse());
  }

  @Test
  void a_decision_that_led_nowhere_is_told_to_the_engine_again() {
    HumanTask review = steps.review(orderNo);
    reviews.decide(
        accounts.staff(Role.REVIEWER),
        review.id(),
        new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
    awaitSent(2);
    clock.advance(LONG);

    sweep.sweep(ALL);

    awaitSent(3);
    assertThat(engine.sentFor(orderNo).getLast())
        .isEqualTo(
            new EngineCommand.CompleteStep(
                orderNo,
                java.util.Objects.requireNonNull(review.jobKey()),
                Map.of("approved", true)));
    assertThat(finding())
        .get()
        .extracting(OrderFinding::kind, OrderFinding::elementId)
        .containsExactly(FindingKind.NO_NEXT_STEP, "review.decide");
  }

  @Test
  void a_task_left_open_on_an_ended_order_is_cancelled() {
    HumanTask review = steps.review(orderNo);
    orders.move(orderNo, OrderState.CLOSED);
    clock.advance(LONG);

    sweep.sweep(ALL);

    assertThat(
            dsl.select(HUMAN_TASK.STATE)
                .from(HUMAN_TASK)
                .where(HUMAN_TASK.ID.eq(review.id()))
                .fetchSingle()
                .value1())
        .isEqualTo("CANCELLED");
  }

  @Test
  void a_parked_command_is_reported_and_sent_again_when_an_admin_says_so() {
    steps.review(orderNo);
    parkCommand();
    clock.advance(LONG);

    sweep.sweep(ALL);
    assertThat(finding())
        .get()
        .extracting(OrderFinding::kind, OrderFinding::repairs)
        .containsExactly(FindingKind.COMMAND_PARKED, 0);

    sweep.release(admin, orderNo);
    awaitSent(2);
    assertThat(Refused.codes(() -> sweep.release(admin, orderNo)))
        .containsExactly("COMMAND_NOT_PARKED");
  }

  @Test
  void only_those_who_look_after_the_hall_see_findings() {
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(Refused.codes(() -> sweep.list(reviewer, true, ALL)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> sweep.release(accounts.staff(Role.AUDITOR), orderNo)))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  void drafts_are_nobodys_business() {
    String draft = orders.draft(orders.applicant());
    clock.advance(LONG);

    sweep.sweep(ALL);

    assertThat(dsl.fetchExists(CERTIFICATE_ORDER, CERTIFICATE_ORDER.ORDER_NO.eq(draft))).isTrue();
    assertThat(sweep.list(admin, true, ALL)).noneMatch(found -> found.orderNo().equals(draft));
  }

  private void parkCommand() {
    dsl.insertInto(OUTBOX)
        .set(OUTBOX.KIND, "RETRY")
        .set(OUTBOX.BUSINESS_KEY, orderNo)
        .set(OUTBOX.PAYLOAD, "{\"orderNo\":\"" + orderNo + "\",\"jobKey\":1}")
        .set(OUTBOX.PARKED, true)
        .set(OUTBOX.NEXT_ATTEMPT_AT, clock.instant())
        .set(OUTBOX.CREATED_AT, clock.instant())
        .execute();
  }

  private Optional<OrderFinding> finding() {
    return sweep.list(admin, true, ALL).stream()
        .filter(found -> found.orderNo().equals(orderNo))
        .findFirst();
  }

  private void awaitSent(int commands) {
    await().until(() -> engine.sentFor(orderNo).size() >= commands);
    await().until(() -> !dsl.fetchExists(OUTBOX, OUTBOX.BUSINESS_KEY.eq(orderNo)));
  }
}
