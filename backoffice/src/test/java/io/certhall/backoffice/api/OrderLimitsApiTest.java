package io.certhall.backoffice.api;

import static io.certhall.backoffice.api.support.Bodies.item;
import static io.certhall.backoffice.api.support.Bodies.order;
import static io.certhall.backoffice.api.support.Bodies.orgItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class OrderLimitsApiTest {

  private static final String ORDERS = "/api/v1/orders";

  private final Scenes scenes;

  OrderLimitsApiTest(Scenes scenes) {
    this.scenes = scenes;
  }

  @Test
  @Tag("GS-34")
  @Tag("GS-35")
  @Tag("AC-03")
  void seven_certificates_are_refused_and_six_accepted() {
    Caller applicant = scenes.applicant();
    Map<String, Object> seven = item("ORG_BUSINESS", "CONTRACT");
    seven.put("copies", 7);
    applicant.post(ORDERS, order(seven)).isProblem(422, "LIMIT_COPIES");

    Map<String, Object> six = item("ORG_BUSINESS", "CONTRACT");
    six.put("copies", 6);
    assertThat(applicant.post(ORDERS, order(six)).is(201).json().path("items").size()).isEqualTo(6);
  }

  @Test
  void absurd_numbers_of_copies_are_refused_by_the_same_limit() {
    Caller applicant = scenes.applicant();
    Map<String, Object> many = item("ORG_BUSINESS", "CONTRACT");
    many.put("copies", 2_000_000_000);

    applicant.post(ORDERS, order(many, many)).isProblem(422, "LIMIT_COPIES");
    many.put("copies", 0);
    assertThat(applicant.post(ORDERS, order(many)).isProblem(422, "COPIES_POSITIVE").fields())
        .containsExactly("items[0].copies:COPIES_POSITIVE");
  }

  @Test
  @Tag("GS-47")
  void a_fourth_seal_is_refused_with_its_field() {
    Answer refused =
        scenes
            .applicant()
            .post(ORDERS, order(item("ORG", "OFFICIAL", "FINANCE", "CONTRACT", "LEGAL_REP")))
            .isProblem(422, "LIMIT_SEALS");

    assertThat(refused.fields()).containsExactly("items[0].seals:LIMIT_SEALS");
  }

  @Test
  @Tag("GS-42")
  @Tag("GS-44")
  @Tag("AC-05")
  void a_second_organisation_certificate_is_refused_and_a_business_one_accepted() {
    Caller applicant = scenes.applicant();
    applicant.post(ORDERS, order(orgItem(), orgItem())).isProblem(422, "DUPLICATE_CERTIFICATE");

    scenes.submitted(applicant);
    applicant.post(ORDERS, order(orgItem())).isProblem(422, "DUPLICATE_CERTIFICATE");
    applicant.post(ORDERS, order(item("ORG_BUSINESS", "CONTRACT"))).is(201);
  }

  @Test
  @Tag("GS-04")
  void nothing_opens_before_the_profile_is_approved() {
    scenes.newcomer().post(ORDERS, order(orgItem())).isProblem(422, "PROFILE_NOT_APPROVED");
  }

  @Test
  @Tag("GS-45")
  void a_personal_certificate_names_a_person_of_the_own_organisation() {
    Caller applicant = scenes.applicant();
    Map<String, Object> personal = item("ORG_PERSON", "SIGNATURE");
    applicant.post(ORDERS, order(personal)).isProblem(422, "PERSON_REQUIRED");

    personal.put("personId", Long.toString(scenes.person(scenes.applicant(), "外人")));
    applicant.post(ORDERS, order(personal)).isProblem(422, "PERSON_UNKNOWN");

    personal.put("personId", Long.toString(scenes.person(applicant, "王五")));
    JsonNode made = applicant.post(ORDERS, order(personal)).is(201).json();
    assertThat(made.path("items").get(0).path("personName").asString()).isEqualTo("王五");
  }

  @Test
  void a_hall_or_service_that_is_not_offered_is_refused() {
    Caller applicant = scenes.applicant();
    Map<String, Object> body = order(orgItem());
    body.put("hall", "nowhere");
    applicant.post(ORDERS, body).isProblem(404, "HALL_UNKNOWN");

    body = order(orgItem());
    body.put("service", "EXCHANGE");
    applicant.post(ORDERS, body).isProblem(422, "SERVICE_NOT_OFFERED");
  }
}
