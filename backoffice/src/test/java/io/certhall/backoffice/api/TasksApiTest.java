package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.TaskQueue;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class TasksApiTest {

  private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

  private final Api api;
  private final Scenes scenes;
  private final Fixtures fixtures;

  TasksApiTest(Api api, Scenes scenes, Fixtures fixtures) {
    this.api = api;
    this.scenes = scenes;
    this.fixtures = fixtures;
  }

  @Test
  void a_list_shows_the_tasks_of_the_queues_one_works() {
    String orderNo = scenes.submitted(scenes.applicant());
    HumanTask task = scenes.inReview(orderNo);
    Caller reviewer = scenes.staff(Role.REVIEWER);

    Answer list =
        reviewer.get("/api/v1/tasks?queue=review&hall=gscamce&orderNo=" + orderNo).is(200);

    assertThat(list.each("id")).containsExactly(Long.toString(task.id()));
    assertThat(list.each("orderNo")).containsExactly(orderNo);
    assertThat(list.each("queue")).containsExactly("review");
    assertThat(list.each("overdue")).containsExactly("false");
    assertThat(
            scenes.staff(Role.PRODUCER).get("/api/v1/tasks?orderNo=" + orderNo).is(200).each("id"))
        .isEmpty();
    reviewer.get("/api/v1/tasks?queue=lunch").isProblem(400, "QUEUE_UNKNOWN");
    scenes.applicant().get("/api/v1/tasks").isProblem(403, "ROLE_MISSING");
    api.get("/api/v1/tasks").isProblem(401, "TOKEN_MISSING");
  }

  @Test
  void a_claimed_task_is_left_alone_by_colleagues_until_it_is_released() {
    HumanTask task = scenes.inReview(scenes.submitted(scenes.applicant()));
    Caller first = scenes.staff(Role.REVIEWER);
    Caller second = scenes.staff(Role.REVIEWER);

    assertThat(first.step(path(task, "claim")).is(200).string("state")).isEqualTo("CLAIMED");
    first.step(path(task, "claim")).is(200);

    second.step(path(task, "claim")).isProblem(409, "TASK_CLAIMED");
    second.step(path(task, "release")).isProblem(409, "TASK_CLAIMED");
    scenes.complete(second, task, APPROVE).isProblem(409, "TASK_CLAIMED");
    assertThat(first.get("/api/v1/tasks?queue=review&mine=true").each("id"))
        .containsExactly(Long.toString(task.id()));
    assertThat(first.step(path(task, "release")).is(200).string("state")).isEqualTo("OPEN");
    scenes.complete(second, task, APPROVE).is(200);
    scenes.complete(second, task, APPROVE).isProblem(409, "TASK_DONE");
  }

  @Test
  void a_review_is_decided_by_a_reviewer_who_is_not_the_applicant() {
    Caller both =
        scenes.caller(
            fixtures.account(
                io.certhall.backoffice.support.FreshNumbers.username(),
                Role.APPLICANT,
                Role.REVIEWER));
    fixtures.approve(both.actor(), Scenes.HALL);
    HumanTask own = scenes.inReview(scenes.submitted(both));

    scenes.complete(both, own, APPROVE).isProblem(403, "OWN_ORDER");
    scenes.complete(scenes.staff(Role.FINANCE), own, APPROVE).isProblem(403, "ROLE_MISSING");
    scenes.complete(scenes.applicant(), own, APPROVE).isProblem(404, "TASK_UNKNOWN");
    assertThat(scenes.complete(scenes.staff(Role.REVIEWER), own, APPROVE).is(200).string("state"))
        .isEqualTo("DONE");
  }

  @Test
  void a_rejection_needs_reasons_with_words() {
    HumanTask task = scenes.inReview(scenes.submitted(scenes.applicant()));
    Caller reviewer = scenes.staff(Role.REVIEWER);

    assertThat(
            scenes
                .complete(reviewer, task, Map.of("decision", "REJECT"))
                .isProblem(422, "REASON_REQUIRED")
                .fields())
        .containsExactly("reasons:REASON_REQUIRED");
    assertThat(
            scenes
                .complete(
                    reviewer, task, "{\"decision\":\"REJECT\",\"reasons\":[{\"text\":\" \"}]}")
                .isProblem(422, "FIELD_REQUIRED")
                .fields())
        .containsExactly("reasons[0].text:FIELD_REQUIRED");
    scenes
        .complete(
            reviewer,
            task,
            "{\"decision\":\"REJECT\",\"reasons\":[{\"code\":\"看不清\",\"text\":\"看不清\"}]}")
        .isProblem(422, "REASON_CODE_FORM");
    scenes.complete(reviewer, task, "{}").isProblem(400, "FIELD_REQUIRED");
    scenes.complete(reviewer, task, Map.of("decision", "MAYBE")).isProblem(400, "VALUE_UNKNOWN");
    scenes.complete(reviewer, task, "").isProblem(400, "BODY_MISSING");
  }

  @Test
  void a_key_is_assigned_at_the_producers_desk() {
    HumanTask task = scenes.steps().production(scenes.submitted(scenes.applicant()));
    Caller producer = scenes.staff(Role.PRODUCER);

    assertThat(scenes.complete(producer, task, "{}").isProblem(422, "FIELD_REQUIRED").fields())
        .containsExactly("mediumSerial:FIELD_REQUIRED");
    scenes
        .complete(producer, task, Map.of("mediumSerial", "键1"))
        .isProblem(422, "MEDIUM_SERIAL_INVALID");
    scenes.complete(producer, task, Map.of("mediumSerial", "KEY-" + task.id())).is(200);
    HumanTask other = scenes.steps().production(scenes.submitted(scenes.applicant()));
    scenes
        .complete(producer, other, Map.of("mediumSerial", "KEY-" + task.id()))
        .isProblem(422, "MEDIUM_IN_USE");
  }

  @Test
  @Tag("GX-52")
  @Tag("SD-42")
  void a_parcel_is_sent_with_carrier_and_number_and_shown_to_the_applicant() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    HumanTask task = scenes.steps().dispatch(orderNo);
    Caller dispatcher = scenes.staff(Role.DISPATCHER);

    assertThat(scenes.complete(dispatcher, task, Map.of("trackingNo", "1")).is(422).fields())
        .containsExactly("carrier:FIELD_REQUIRED", "trackingNo:TRACKING_NO_INVALID");
    scenes
        .complete(dispatcher, task, Map.of("carrier", "顺丰速运", "trackingNo", "SF1234567890"))
        .is(200);

    assertThat(
            applicant
                .get("/api/v1/orders/" + orderNo)
                .json()
                .path("shipment")
                .path("trackingNo")
                .asString())
        .isEqualTo("SF1234567890");
  }

  @Test
  void a_key_is_handed_over_the_counter_to_who_shows_his_card() {
    HumanTask task = scenes.steps().pickup(scenes.submitted(scenes.applicant()));
    Caller dispatcher = scenes.staff(Role.DISPATCHER);

    assertThat(scenes.complete(dispatcher, task, Map.of("idLast4", "12")).is(422).fields())
        .containsExactly("recipient:FIELD_REQUIRED", "idLast4:ID_LAST4_INVALID");
    scenes.complete(dispatcher, task, Map.of("recipient", "王五", "idLast4", "001X")).is(200);
  }

  @Test
  void a_check_of_a_transfer_is_confirmed_or_refused_where_there_is_one() {
    String orderNo = scenes.submitted(scenes.applicant());
    HumanTask task =
        scenes
            .steps()
            .arrive(orderNo, "finance.check", OrderState.PAYMENT_CHECKING, TaskQueue.FINANCE);

    scenes.complete(scenes.staff(Role.FINANCE), task, APPROVE).isProblem(400, "VALUE_UNKNOWN");
    scenes
        .complete(
            scenes.staff(Role.FINANCE), task, Map.of("decision", "CONFIRM", "amountFen", 65_000))
        .isProblem(409, "VOUCHER_NOT_AWAITED");
    scenes.staff(Role.FINANCE).step("/api/v1/tasks/999999999/claim").isProblem(404, "TASK_UNKNOWN");
    scenes.staff(Role.FINANCE).step("/api/v1/tasks/next/claim").isProblem(400, "VALUE_TYPE");
  }

  private static String path(HumanTask task, String action) {
    return "/api/v1/tasks/" + task.id() + "/" + action;
  }
}
