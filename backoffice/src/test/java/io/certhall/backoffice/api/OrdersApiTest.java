package io.certhall.backoffice.api;

import static io.certhall.backoffice.api.support.Bodies.item;
import static io.certhall.backoffice.api.support.Bodies.order;
import static io.certhall.backoffice.api.support.Bodies.orgItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class OrdersApiTest {

  private static final String ORDERS = "/api/v1/orders";

  private final Api api;
  private final Scenes scenes;

  OrdersApiTest(Api api, Scenes scenes) {
    this.api = api;
    this.scenes = scenes;
  }

  @Test
  @Tag("GS-52")
  @Tag("GS-96")
  @Tag("GX-46")
  void a_draft_is_answered_with_its_price_its_materials_and_whose_turn_it_is() {
    Answer answer = scenes.applicant().post(ORDERS, order(orgItem())).is(201);

    JsonNode draft = answer.json();
    assertThat(draft.path("orderNo").asString()).matches("\\d{17}");
    assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
    assertThat(draft.path("payStatus").asString()).isEqualTo("UNPAID");
    assertThat(draft.path("reviewStatus").asString()).isEqualTo("UNREVIEWED");
    assertThat(draft.path("deliveryStatus").asString()).isEqualTo("NONE");
    assertThat(draft.path("invoiceStatus").asString()).isEqualTo("NOT_REQUESTED");
    assertThat(draft.path("nextAction").asString()).isEqualTo("SUBMIT");
    assertThat(draft.path("mover").asString()).isEqualTo("APPLICANT");
    assertThat(draft.path("totalFen").asLong()).isEqualTo(65_000);
    long lines = 0;
    for (JsonNode line : draft.path("lines")) {
      lines += line.path("amountFen").asLong();
    }
    assertThat(lines).isEqualTo(65_000);
    assertThat(draft.path("items").get(0).path("type").asString()).isEqualTo("ORG");
    assertThat(draft.path("materials").get(0).path("code").asString())
        .isEqualTo("APPLICATION_FORM");
    assertThat(draft.path("agent").path("name").asString()).isEqualTo("李四");
    assertThat(answer.header("ETag")).isEqualTo("\"" + draft.path("version").asInt() + "\"");
  }

  @Test
  void a_draft_may_have_gaps() {
    scenes
        .applicant()
        .post(ORDERS, Map.of("hall", "gscamce", "service", "NEW", "holder", "ORGANISATION"))
        .is(201);
  }

  @Test
  void without_a_token_nothing_is_made() {
    Answer refused = api.post(ORDERS, order(orgItem())).isProblem(401, "TOKEN_MISSING");

    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void anothers_order_does_not_exist() {
    String orderNo = scenes.draft(scenes.applicant());
    Caller stranger = scenes.applicant();

    stranger.get(ORDERS + "/" + orderNo).isProblem(404, "ORDER_UNKNOWN");
    stranger.put(ORDERS + "/" + orderNo, order(orgItem())).isProblem(404, "ORDER_UNKNOWN");
    stranger.delete(ORDERS + "/" + orderNo).isProblem(404, "ORDER_UNKNOWN");
    stranger.get(ORDERS + "/" + orderNo + "/timeline").isProblem(404, "ORDER_UNKNOWN");
    stranger.step(ORDERS + "/" + orderNo + "/submit").isProblem(404, "ORDER_UNKNOWN");
    stranger.step(ORDERS + "/" + orderNo + "/withdraw").isProblem(404, "ORDER_UNKNOWN");
    stranger.step(ORDERS + "/" + orderNo + "/remind").isProblem(404, "ORDER_UNKNOWN");
    stranger.step(ORDERS + "/" + orderNo + "/receipt").isProblem(404, "ORDER_UNKNOWN");
  }

  @Test
  void a_number_of_any_shape_is_just_unknown() {
    Caller applicant = scenes.applicant();

    applicant.get(ORDERS + "/%E6%B2%A1%E6%9C%89").isProblem(404, "PATH_UNKNOWN");
    applicant.get(ORDERS + "/" + "9".repeat(300)).isProblem(404, "ORDER_UNKNOWN");
    applicant.get(ORDERS + "?hall=%E6%B2%A1%E6%9C%89").isProblem(400, "VALUE_TYPE");
  }

  @Test
  void a_draft_is_not_shown_to_staff() {
    String orderNo = scenes.draft(scenes.applicant());

    scenes.staff(Role.REVIEWER).get(ORDERS + "/" + orderNo).isProblem(404, "ORDER_UNKNOWN");
  }

  @Test
  void malformed_bodies_are_answered_with_the_field_that_is_wrong() {
    Caller applicant = scenes.applicant();

    applicant.post(ORDERS, "{\"hall\": ").isProblem(400, "JSON_MALFORMED");
    applicant.post(ORDERS, "").isProblem(400, "BODY_MISSING");
    assertThat(
            applicant
                .post(ORDERS, "{\"hall\":\"gscamce\",\"service\":\"FLY\"}")
                .isProblem(400, "VALUE_UNKNOWN")
                .fields())
        .containsExactly("service:VALUE_UNKNOWN");
    assertThat(
            applicant
                .post(ORDERS, "{\"items\":[{\"type\":\"ORG\",\"years\":\"many\"}]}")
                .isProblem(400, "VALUE_TYPE")
                .fields())
        .containsExactly("items[0].years:VALUE_TYPE");
    assertThat(applicant.post(ORDERS, "{}").isProblem(400, "FIELD_REQUIRED").fields())
        .containsExactly("hall:FIELD_REQUIRED", "service:FIELD_REQUIRED", "holder:FIELD_REQUIRED");
    Map<String, Object> empty = order();
    empty.put("items", List.of(Map.of("years", 1)));
    assertThat(applicant.post(ORDERS, empty).isProblem(400, "FIELD_REQUIRED").fields())
        .containsExactly("items[0].type:FIELD_REQUIRED");
  }

  @Test
  void texts_that_do_not_fit_are_refused_with_their_field() {
    Map<String, Object> body = order(orgItem());
    body.put("agent", Map.of("name", "长".repeat(201)));
    body.put("agreements", List.of(Map.of("code", "协议", "version", "1")));

    assertThat(scenes.applicant().post(ORDERS, body).isProblem(422, "FIELD_TOO_LONG").fields())
        .containsExactly("agent.name:FIELD_TOO_LONG", "agreements[0].code:AGREEMENT_UNKNOWN");
  }

  @Test
  @Tag("GS-65")
  @Tag("GX-47")
  void a_form_is_replaced_while_its_version_is_the_one_that_was_read() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);
    String path = ORDERS + "/" + orderNo;
    String read = applicant.get(path).is(200).header("ETag");
    Map<String, Object> changed = order(item("ORG_BUSINESS", "CONTRACT"));

    JsonNode now = applicant.put(path, changed, "If-Match", read).is(200).json();

    assertThat(now.path("items").get(0).path("type").asString()).isEqualTo("ORG_BUSINESS");
    applicant.put(path, changed, "If-Match", read).isProblem(409, "STALE_VERSION");
    changed.put("version", 0);
    applicant.put(path, changed).isProblem(409, "STALE_VERSION");
    changed.put("version", now.path("version").asInt());
    applicant.put(path, changed).is(200);
    applicant.put(path, changed, "If-Match", "\"soon\"").isProblem(400, "VALUE_TYPE");
  }

  @Test
  @Tag("GS-66")
  @Tag("AC-08")
  void an_order_in_review_cannot_be_edited() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    scenes.inReview(orderNo);

    applicant.put(ORDERS + "/" + orderNo, order(orgItem())).isProblem(409, "ORDER_LOCKED");
    applicant.delete(ORDERS + "/" + orderNo).isProblem(409, "ORDER_NOT_DRAFT");
    applicant.step(ORDERS + "/" + orderNo + "/submit").isProblem(409, "ORDER_LOCKED");
  }

  @Test
  @Tag("GS-65")
  void a_draft_can_be_deleted() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);

    applicant.delete(ORDERS + "/" + orderNo).is(204);

    applicant.get(ORDERS + "/" + orderNo).isProblem(404, "ORDER_UNKNOWN");
    assertThat(applicant.get(ORDERS).is(200).each("orderNo")).doesNotContain(orderNo);
  }

  @Test
  void a_request_sent_again_with_its_key_makes_no_second_order() {
    Caller applicant = scenes.applicant();
    Map<String, Object> body = order(orgItem());

    String first = applicant.post(ORDERS, body, "Idempotency-Key", "k-1").is(201).string("orderNo");
    String again = applicant.post(ORDERS, body, "Idempotency-Key", "k-1").is(201).string("orderNo");

    assertThat(again).isEqualTo(first);
    assertThat(applicant.get(ORDERS).is(200).each("orderNo")).containsExactly(first);
    Map<String, Object> other = new HashMap<>(body);
    other.put("items", List.of(item("ORG_BUSINESS", "CONTRACT")));
    applicant
        .post(ORDERS, other, "Idempotency-Key", "k-1")
        .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    applicant
        .post(ORDERS, body, "Idempotency-Key", "x".repeat(101))
        .isProblem(400, "IDEMPOTENCY_KEY_FORM");
    scenes.applicant().post(ORDERS, body, "Idempotency-Key", "k-1").is(201);
  }

  @Test
  void personal_data_are_clear_for_the_owner_and_reviewers_and_masked_for_other_staff() {
    Caller applicant = scenes.applicant();
    String path = ORDERS + "/" + scenes.submitted(applicant);
    JsonNode own = applicant.get(path).is(200).json().path("agent");

    assertThat(own.path("idNo").asString()).matches("\\d{17}[\\dX]");
    assertThat(scenes.staff(Role.REVIEWER).get(path).is(200).json().path("agent")).isEqualTo(own);
    JsonNode seen = scenes.staff(Role.DISPATCHER).get(path).is(200).json();
    assertThat(seen.path("agent").path("idNo").asString())
        .isEqualTo(
            own.path("idNo").asString().substring(0, 4)
                + "**********"
                + own.path("idNo").asString().substring(14));
    assertThat(seen.path("agent").path("phone").asString()).contains("****");
    assertThat(seen.path("delivery").path("phone").asString()).contains("****");
    assertThat(seen.path("delivery").path("address").asString()).isEqualTo("东岗西路1号");
  }

  @Test
  @Tag("GS-52")
  void words_come_in_the_readers_language() {
    Caller applicant = scenes.applicant();
    String path = ORDERS + "/" + scenes.draft(applicant);

    assertThat(applicant.get(path).string("stateLabel")).isEqualTo("待提交");
    JsonNode english = applicant.get(path, "Accept-Language", "en-GB,en;q=0.9").json();
    assertThat(english.path("stateLabel").asString()).isEqualTo("Draft");
    assertThat(english.path("nextActionLabel").asString()).isEqualTo("Complete and submit it");
    assertThat(english.path("materials").get(0).path("label").asString())
        .isEqualTo("Application form");
    assertThat(
            applicant
                .get(ORDERS + "/1", "Accept-Language", "en")
                .isProblem(404, "ORDER_UNKNOWN")
                .string("title"))
        .isEqualTo("Not found");
  }
}
