package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.processes.security.Role;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ApiTest
class OrganisationApiTest {

  private static final String OWN = "/api/v1/me/organisation";
  private static final String PEOPLE = "/api/v1/me/people";

  private final Api api;
  private final Scenes scenes;

  OrganisationApiTest(Api api, Scenes scenes) {
    this.api = api;
    this.scenes = scenes;
  }

  @Test
  @Tag("GS-17")
  void a_profile_is_saved_and_shown_masked() {
    Caller owner = scenes.newcomer();
    owner.get(OWN).isProblem(404, "ORGANISATION_MISSING");
    ObjectNode profile = profile();

    owner.put(OWN, profile).is(200);

    JsonNode shown = owner.get(OWN).is(200).json();
    assertThat(shown.path("name")).isEqualTo(profile.path("name"));
    assertThat(shown.path("creditCode")).isEqualTo(profile.path("creditCode"));
    assertThat(shown.path("legalRepIdNo").asString()).contains("****");
    assertThat(shown.path("contactPhone").asString()).contains("****");
    assertThat(shown.path("approvals").size()).isZero();
  }

  @Test
  void all_defects_of_a_profile_are_named_at_once() {
    ObjectNode profile = profile();
    profile.put("name", "");
    profile.put("creditCode", "123");
    profile.put("contactPhone", "12");

    assertThat(scenes.newcomer().put(OWN, profile).is(422).fields())
        .containsExactly(
            "name:FIELD_REQUIRED", "creditCode:CREDIT_CODE_FORM", "contactPhone:PHONE_FORM");
  }

  @Test
  void a_stale_version_of_a_profile_is_refused() {
    Caller owner = scenes.newcomer();
    ObjectNode profile = profile();
    profile.put("version", owner.put(OWN, profile).is(200).json().path("version").asInt());
    profile.put("registeredAddress", "甘肃省兰州市七里河区2号");
    owner.put(OWN, profile).is(200);

    profile.put("registeredAddress", "甘肃省兰州市西固区3号");
    owner.put(OWN, profile).isProblem(409, "STALE_VERSION");
  }

  @Test
  void a_credit_code_is_registered_once() {
    ObjectNode profile = profile();
    scenes.newcomer().put(OWN, profile).is(200);

    assertThat(scenes.newcomer().put(OWN, profile).isProblem(422, "CREDIT_CODE_TAKEN").fields())
        .containsExactly("creditCode:CREDIT_CODE_TAKEN");
  }

  @Test
  @Tag("GS-03")
  void a_profile_goes_to_a_halls_reviewers_and_opens_the_hall() {
    Caller owner = scenes.newcomer();
    approvals(owner, "gscamce").isProblem(422, "ORGANISATION_MISSING");
    long id = owner.put(OWN, profile()).is(200).json().path("id").asLong();

    assertThat(approvals(owner, "gscamce").is(201).string("state")).isEqualTo("PENDING");

    approvals(owner, "gscamce").isProblem(409, "PROFILE_PENDING");
    approvals(owner, "nowhere").isProblem(404, "HALL_UNKNOWN");
    approvals(owner, "").isProblem(400, "FIELD_REQUIRED");
    Caller reviewer = scenes.staff(Role.REVIEWER);
    assertThat(reviewer.get("/api/v1/organisations/" + id).is(200).string("legalRepIdNo"))
        .contains("****");
    scenes.newcomer().get("/api/v1/organisations/" + id).isProblem(404, "ORGANISATION_UNKNOWN");
    long task = profileTask(reviewer, id);
    reviewer.post("/api/v1/tasks/" + task + "/complete", Map.of("decision", "APPROVE")).is(200);
    assertThat(owner.get(OWN).is(200).json().path("approvals").get(0).path("state").asString())
        .isEqualTo("APPROVED");
  }

  @Test
  void a_rejected_profile_tells_why() {
    Caller owner = scenes.newcomer();
    long id = owner.put(OWN, profile()).is(200).json().path("id").asLong();
    approvals(owner, "gscamce").is(201);
    Caller reviewer = scenes.staff(Role.REVIEWER);
    String complete = "/api/v1/tasks/" + profileTask(reviewer, id) + "/complete";

    reviewer.post(complete, Map.of("decision", "REJECT")).isProblem(422, "REASON_REQUIRED");
    reviewer
        .post(
            complete,
            "{\"decision\":\"REJECT\",\"reasons\":[{\"field\":\"name\",\"text\":\"名称与证照不符\"}]}")
        .is(200);

    JsonNode approval = owner.get(OWN).is(200).json().path("approvals").get(0);
    assertThat(approval.path("state").asString()).isEqualTo("REJECTED");
    assertThat(approval.path("reason").asString()).isEqualTo("名称与证照不符");
    approvals(owner, "gscamce").is(201);
  }

  @Test
  @Tag("GS-18")
  void people_are_added_changed_and_removed() {
    Caller owner = scenes.applicant();
    Map<String, Object> person = person("王五");

    Answer added = owner.post(PEOPLE, person, "Idempotency-Key", "p").is(201);
    String id = added.string("personId");
    assertThat(owner.post(PEOPLE, person, "Idempotency-Key", "p").is(201).string("personId"))
        .isEqualTo(id);
    owner.post(PEOPLE, person).isProblem(422, "PERSON_EXISTS");
    assertThat(owner.get(PEOPLE).is(200).each("name")).containsExactly("王五");
    assertThat(added.string("idNo")).contains("****");

    Map<String, Object> renamed = new java.util.HashMap<>(person);
    renamed.put("post", "总工程师");
    renamed.put("version", added.json().path("version").asInt());
    assertThat(owner.put(PEOPLE + "/" + id, renamed).is(200).string("post")).isEqualTo("总工程师");
    owner.put(PEOPLE + "/" + id, renamed).isProblem(409, "STALE_VERSION");

    scenes.applicant().delete(PEOPLE + "/" + id).isProblem(404, "PERSON_UNKNOWN");
    owner.delete(PEOPLE + "/" + id).is(204);
    assertThat(owner.get(PEOPLE).is(200).each("name")).isEmpty();
  }

  @Test
  void staff_have_no_organisation_and_guests_no_people() {
    scenes.staff(Role.REVIEWER).put(OWN, profile()).isProblem(403, "ROLE_MISSING");
    scenes.newcomer().post(PEOPLE, person("王五")).isProblem(422, "ORGANISATION_MISSING");
    api.get(PEOPLE).isProblem(401, "TOKEN_MISSING");
  }

  private static Answer approvals(Caller owner, String hall) {
    return owner.post(OWN + "/approvals", Map.of("hall", hall));
  }

  private static long profileTask(Caller reviewer, long organisationId) {
    String after = "0";
    while (true) {
      Answer page = reviewer.get("/api/v1/tasks?queue=profile&limit=100&after=" + after).is(200);
      for (JsonNode task : page.json().path("items")) {
        if (task.path("organisationId").asLong() == organisationId) {
          return task.path("id").asLong();
        }
      }
      after = page.string("next");
    }
  }

  private static Map<String, Object> person(String name) {
    return Map.of("name", name, "idNo", FreshNumbers.idNo(), "post", "项目经理");
  }

  private static ObjectNode profile() {
    return JsonMapper.shared().valueToTree(Fixtures.profile());
  }
}
