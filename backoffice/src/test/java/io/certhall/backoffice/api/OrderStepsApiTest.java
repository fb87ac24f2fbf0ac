package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.support.RecordedEngine;
import io.certhall.processes.application.OrderCompletion;
import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.security.Role;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class OrderStepsApiTest {

  private final Scenes scenes;
  private final OrderCompletion completion;
  private final RecordedEngine engine;

  OrderStepsApiTest(Scenes scenes, RecordedEngine engine, OrderCompletion completion) {
    this.scenes = scenes;
    this.completion = completion;
    this.engine = engine;
  }

  @Test
  @Tag("GS-32")
  @Tag("GS-38")
  @Tag("GS-61")
  void a_submission_names_everything_that_is_missing_at_once() {
    Caller applicant = scenes.applicant();
    String orderNo =
        scenes.draft(
            applicant,
            new java.util.HashMap<>(
                Map.of("hall", "gscamce", "service", "NEW", "holder", "ORGANISATION")));

    Answer refused = applicant.step(path(orderNo, "submit")).is(422);

    assertThat(refused.fields())
        .contains(
            "items:ITEMS_EMPTY",
            "agent.name:FIELD_REQUIRED",
            "delivery.method:FIELD_REQUIRED",
            "invoice.kind:FIELD_REQUIRED",
            "agreements.SERVICE:AGREEMENT_MISSING",
            "materials.APPLICATION_FORM:MATERIAL_MISSING");
    assertThat(applicant.get("/api/v1/orders/" + orderNo).string("state")).isEqualTo("DRAFT");
  }

  @Test
  void a_complete_order_is_submitted_once_and_handed_to_the_engine() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);
    scenes.attachAll(applicant, orderNo);

    Answer submitted = applicant.step(path(orderNo, "submit"), "Idempotency-Key", "s").is(200);

    assertThat(submitted.string("state")).isEqualTo("REVIEW_PENDING");
    assertThat(submitted.string("mover")).isEqualTo("REVIEWER");
    applicant.step(path(orderNo, "submit"), "Idempotency-Key", "s").is(200);
    applicant.step(path(orderNo, "submit")).isProblem(409, "ORDER_LOCKED");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(engine.commands())
                    .filteredOn(command -> command.businessKey().equals(orderNo))
                    .singleElement()
                    .isInstanceOf(EngineCommand.StartOrder.class));
  }

  @Test
  void an_order_in_review_can_be_withdrawn_and_then_is_over() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);

    Answer withdrawn = applicant.step(path(orderNo, "withdraw")).is(200);

    assertThat(withdrawn.string("state")).isEqualTo("CANCELLED");
    assertThat(withdrawn.string("nextAction")).isEqualTo("NONE");
    applicant.step(path(orderNo, "withdraw")).isProblem(409, "ORDER_NOT_WITHDRAWABLE");
    applicant
        .step(path(scenes.draft(applicant), "withdraw"))
        .isProblem(409, "ORDER_NOT_WITHDRAWABLE");
  }

  @Test
  void an_unpaid_order_is_handed_in_anew_with_its_files() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);

    Answer draft = applicant.step(path(orderNo, "reapplication")).is(201);

    assertThat(draft.string("state")).isEqualTo("DRAFT");
    assertThat(draft.string("orderNo")).isNotEqualTo(orderNo);
    assertThat(draft.json().path("materials").valueStream())
        .isNotEmpty()
        .allMatch(material -> material.hasNonNull("attached"));
    applicant
        .step(path(draft.string("orderNo"), "reapplication"))
        .isProblem(409, "ORDER_NOT_REAPPLIED");
    scenes.applicant().step(path(orderNo, "reapplication")).isProblem(404, "ORDER_UNKNOWN");
  }

  @Test
  @Tag("ZR-30")
  @Tag("ZR-31")
  void a_completed_order_is_rated_and_has_a_receipt() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    String rating = path(orderNo, "rating");
    applicant.get(path(orderNo, "receipt.pdf")).isProblem(409, "ORDER_NOT_COMPLETED");
    applicant.post(rating, Map.of("stars", 5)).isProblem(409, "ORDER_NOT_COMPLETED");
    completion.complete(orderNo, "completed");

    applicant.get(path(orderNo, "receipt.pdf")).is(200);
    applicant.get(rating).isProblem(404, "RATING_UNKNOWN");
    applicant.post(rating, Map.of("stars", 6)).isProblem(422, "RATING_STARS");
    applicant.post(rating, Map.of("stars", 5, "words", "好")).is(201);
    assertThat(applicant.get(rating).is(200).string("words")).isEqualTo("好");
    applicant.post(rating, Map.of("stars", 1)).isProblem(409, "ORDER_RATED");
  }

  @Test
  void the_hall_is_reminded_once_a_day_while_it_has_something_to_do() {
    Caller applicant = scenes.applicant();
    String draft = scenes.draft(applicant);
    applicant.step(path(draft, "remind")).isProblem(409, "NOTHING_TO_REMIND");
    String orderNo = scenes.submitted(scenes.applicant());
    applicant.step(path(orderNo, "remind")).isProblem(404, "ORDER_UNKNOWN");

    Caller owner = scenes.applicant();
    String waiting = scenes.submitted(owner);
    assertThat(owner.get("/api/v1/orders/" + waiting).json().path("remindable").asBoolean())
        .isTrue();
    owner.step(path(waiting, "remind")).is(200);

    owner.step(path(waiting, "remind")).isProblem(409, "REMINDED_TODAY");
    assertThat(owner.get(path(waiting, "timeline")).each("kind")).containsOnlyOnce("REMINDED");
  }

  @Test
  void an_order_that_waits_for_the_applicant_has_nothing_to_remind_of() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    scenes.waitingForPayment(orderNo);

    applicant.step(path(orderNo, "remind")).isProblem(409, "NOTHING_TO_REMIND");
  }

  @Test
  @Tag("ZR-20")
  void the_receipt_of_a_parcel_is_confirmed_once() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    applicant.step(path(orderNo, "receipt")).isProblem(409, "NOTHING_TO_RECEIVE");
    scenes.waitingForReceipt(orderNo);

    Answer received = applicant.step(path(orderNo, "receipt")).is(200);

    assertThat(received.string("deliveryStatus")).isEqualTo("RECEIVED");
    applicant.step(path(orderNo, "receipt")).isProblem(409, "NOTHING_TO_RECEIVE");
  }

  @Test
  @Tag("AC-08")
  @Tag("GX-51")
  @Tag("GX-53")
  @Tag("SD-40")
  @Tag("ZR-18")
  @Tag("CFCA-32")
  void a_rejected_order_is_corrected_and_submitted_again_with_its_whole_history() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    Caller reviewer = scenes.staff(Role.REVIEWER);
    scenes
        .complete(
            reviewer,
            scenes.inReview(orderNo),
            "{\"decision\":\"REJECT\",\"reasons\":[{\"field\":\"materials.APPLICATION_FORM\","
                + "\"code\":\"BLURRED\",\"text\":\"申请表看不清\"}]}")
        .is(200);
    scenes.steps().correction(orderNo);

    JsonNode rejected = applicant.get("/api/v1/orders/" + orderNo).is(200).json();
    assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
    assertThat(rejected.path("nextAction").asString()).isEqualTo("CORRECT");
    assertThat(rejected.path("rejections").get(0).path("text").asString()).isEqualTo("申请表看不清");
    applicant.step(path(orderNo, "submit")).is(200);
    scenes.approve(orderNo);

    Answer timeline = applicant.get(path(orderNo, "timeline")).is(200);
    assertThat(timeline.each("kind"))
        .containsSubsequence("CREATED", "SUBMITTED", "REJECTED", "RESUBMITTED", "APPROVED");
    assertThat(timeline.each("state"))
        .containsSubsequence("DRAFT", "REVIEW_PENDING", "REJECTED", "REVIEW_PENDING");
    assertThat(timeline.each("note")).contains("申请表看不清");
    assertThat(timeline.each("at")).isSorted();
  }

  @Test
  void a_timeline_speaks_the_readers_language() {
    Caller applicant = scenes.applicant();
    String timeline = path(scenes.submitted(applicant), "timeline");

    assertThat(applicant.get(timeline).each("label")).startsWith("新建申请", "提交申请");
    assertThat(applicant.get(timeline, "Accept-Language", "en").each("label"))
        .startsWith("Draft made", "Submitted");
  }

  private static String path(String orderNo, String step) {
    return "/api/v1/orders/" + orderNo + "/" + step;
  }
}
