package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessPathTest {

  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  private final HallPack pack =
      PackSource.fromClasspath().stream()
          .filter(p -> p.hall().equals("gscamce"))
          .findFirst()
          .orElseThrow();
  private final String compiled = PolicyCompiler.compile(pack).bpmnXml();
  private final List<ProcessPathVisit> visits = new ArrayList<>();
  private Instant clock = NOON;

  @Test
  void a_submitted_order_has_come_from_the_start_to_the_review() {
    waitsAt("review.decide");

    ProcessPathTrace trace = path(false).composed(clock);

    assertThat(trace.done()).containsExactly("submitted");
    assertThat(trace.active()).containsExactly("review");
    assertThat(trace.flows()).containsExactly("submitted-to-review");
  }

  @Test
  void the_block_shows_its_own_start_and_the_step_where_the_order_waits() {
    waitsAt("review.decide");

    ProcessPathTrace trace = path(false).block("review", clock);

    assertThat(trace.done()).containsExactly("start");
    assertThat(trace.active()).containsExactly("decide");
    assertThat(trace.flows()).containsExactly("start-to-decide");
  }

  @Test
  void a_rejection_and_the_way_back_are_both_marked_and_the_time_adds_up() {
    passed("review.decide", Duration.ofHours(2));
    passed("review.correct", Duration.ofHours(5));
    passed("review.decide", Duration.ofHours(1));
    waitsAt("payment.pay");

    ProcessPathTrace trace = path(false).block("review", clock);

    assertThat(trace.done())
        .containsExactlyInAnyOrder("start", "decide", "approved", "correct", "passed");
    assertThat(trace.flows())
        .containsExactlyInAnyOrder(
            "start-to-decide",
            "decide-to-approved",
            "approved-to-correct",
            "correct-to-decide",
            "approved-to-passed");
    assertThat(trace.spent())
        .containsEntry("decide", Duration.ofHours(3))
        .containsEntry("correct", Duration.ofHours(5));
    assertThat(trace.visits()).containsEntry("decide", 2).doesNotContainKey("correct");
  }

  @Test
  void gateways_on_the_way_belong_to_the_block_they_stand_in() {
    passed("review.decide", Duration.ofHours(1));
    waitsAt("payment.pay");

    assertThat(path(false).block("payment", clock).flows())
        .containsExactlyInAnyOrder("start-to-due", "due-to-pay");
    assertThat(path(false).composed(clock).flows())
        .containsExactlyInAnyOrder("submitted-to-review", "review-to-payment");
  }

  @Test
  void an_order_without_anything_due_passes_the_payment_block_by_its_gateway() {
    passed("review.decide", Duration.ofHours(1));
    waitsAt("issuance.produce");

    ProcessPath path = path(false);

    assertThat(path.block("payment", clock).flows())
        .containsExactlyInAnyOrder("start-to-due", "due-to-paid");
    assertThat(path.block("payment", clock).done()).contains("paid").doesNotContain("pay");
    assertThat(path.composed(clock).done())
        .containsExactlyInAnyOrder("submitted", "review", "payment", "kind");
    assertThat(path.composed(clock).flows())
        .containsExactlyInAnyOrder(
            "submitted-to-review", "review-to-payment", "payment-to-kind", "kind-to-issuance");
  }

  @Test
  void a_completed_order_reaches_the_end_and_nothing_is_active() {
    passed("review.decide", Duration.ofHours(1));
    passed("payment.pay", Duration.ofMinutes(3));
    passed("issuance.produce", Duration.ofHours(4));
    passed("issuance.issue", Duration.ZERO);
    passed("delivery.hand-over", Duration.ofDays(1));
    passed("complete", Duration.ZERO);

    ProcessPathTrace trace = path(true).composed(clock);

    assertThat(trace.active()).isEmpty();
    assertThat(trace.done())
        .containsExactlyInAnyOrder(
            "submitted",
            "review",
            "payment",
            "kind",
            "issuance",
            "delivery",
            "invoicing",
            "complete",
            "completed");
    assertThat(trace.flows()).contains("complete-to-completed");
    assertThat(trace.spent()).containsEntry("issuance", Duration.ofHours(4));
    assertThat(path(true).block("delivery", clock).flows())
        .containsExactlyInAnyOrder(
            "start-to-method", "method-to-hand-over", "hand-over-to-delivered");
  }

  @Test
  void an_expired_payment_leaves_through_the_timer_to_the_closing() {
    passed("review.decide", Duration.ofHours(1));
    passed("payment.pay", Duration.ofDays(15));
    passed("close-unpaid", Duration.ZERO);

    ProcessPath path = path(true);

    assertThat(path.composed(clock).done())
        .containsExactlyInAnyOrder(
            "submitted", "review", "payment", "payment-timeout", "close-unpaid", "closed");
    assertThat(path.composed(clock).flows())
        .contains("payment-timeout-to-close-unpaid", "close-unpaid-to-closed")
        .doesNotContain("payment-to-kind");
    assertThat(path.block("payment", clock).done()).contains("payment-deadline", "payment-timeout");
  }

  @Test
  void a_reminder_is_a_side_branch_that_does_not_lead_anywhere() {
    passed("review.decide", Duration.ofHours(30));
    passed("review.remind-reviewer", Duration.ZERO);
    waitsAt("review.correct");

    ProcessPathTrace trace = path(false).block("review", clock);

    assertThat(trace.flows()).contains("review-reminder-to-remind-reviewer", "approved-to-correct");
    assertThat(trace.active()).containsExactly("correct");
  }

  @Test
  void a_withdrawn_order_stops_where_it_was() {
    passed("review.decide", Duration.ofHours(1));

    ProcessPathTrace trace = path(true).composed(clock);

    assertThat(trace.active()).isEmpty();
    assertThat(trace.done()).containsExactlyInAnyOrder("submitted", "review");
    assertThat(trace.flows()).containsExactly("submitted-to-review");
  }

  @Test
  void an_instance_started_anew_begins_at_the_start_again() {
    passed("review.decide", Duration.ofHours(1));
    passed("payment.pay", Duration.ofHours(1));
    waitsAt("review.decide");

    assertThat(path(false).composed(clock).active()).containsExactly("review");
    assertThat(path(false).block("review", clock).active()).containsExactly("decide");
  }

  @Test
  void the_time_at_the_active_step_runs_until_now() {
    waitsAt("review.decide");

    assertThat(path(false).block("review", NOON.plusSeconds(90)).spent())
        .containsEntry("decide", Duration.ofSeconds(90));
  }

  @Test
  void steps_of_another_version_of_the_policy_are_left_out() {
    passed("review.second-opinion", Duration.ofHours(1));
    waitsAt("review.decide");

    assertThat(path(false).block("review", clock).flows()).containsExactly("start-to-decide");
  }

  @Test
  void a_call_that_does_not_exist_has_nothing_to_show() {
    assertThat(path(false).block("translation", clock)).isEqualTo(ProcessPathTrace.NONE);
  }

  @Test
  void the_blocks_are_told_with_their_files() {
    assertThat(path(false).blocks())
        .containsEntry("review", "shared/review.bpmn")
        .containsEntry("delivery", "shared/delivery.bpmn");
  }

  private ProcessPath path(boolean ended) {
    return ProcessPath.of(pack, compiled, visits, ended);
  }

  private void passed(String elementId, Duration time) {
    visits.add(new ProcessPathVisit(elementId, clock, clock.plus(time)));
    clock = clock.plus(time);
  }

  private void waitsAt(String elementId) {
    visits.add(new ProcessPathVisit(elementId, clock, null));
  }
}
