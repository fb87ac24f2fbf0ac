package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.FreshHall;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class PoliciesApiTest {

  private final Api api;
  private final Scenes scenes;
  private final PolicyPublication publication;

  PoliciesApiTest(Api api, Scenes scenes, PolicyPublication publication) {
    this.api = api;
    this.scenes = scenes;
    this.publication = publication;
  }

  @Test
  void a_policy_is_drafted_saved_published_and_brought_back() {
    String policies = "/api/v1/halls/" + FreshHall.published(publication) + "/policies";
    Caller manager = scenes.staff(Role.MANAGER);
    JsonNode draft = manager.post(policies + "/draft", Map.of()).is(200).json();
    String yaml = draft.path("files").path("hall.yaml").asString();
    String save = policies + "/draft/files?file=hall.yaml&version=" + draft.path("version").asInt();

    JsonNode saved =
        manager
            .put(save, Map.of("content", yaml.replace("0931-4000000", "0931-7777777")))
            .is(200)
            .json();
    assertThat(saved.path("findings").isEmpty()).isTrue();
    manager.put(save, Map.of("content", yaml)).isProblem(409, "POLICY_DRAFT_STALE");
    Map<String, Object> decision = Map.of("note", "换电话", "version", saved.path("version").asInt());
    JsonNode published = manager.post(policies + "/draft/publication", decision).is(200).json();

    assertThat(published.path("version").asInt()).isEqualTo(2);
    assertThat(published.path("note").asString()).isEqualTo("换电话");
    manager.get(policies + "/draft").isProblem(404, "POLICY_DRAFT_GONE");
    manager.post(policies + "/1/restoration", Map.of("note", "换错了")).is(200);
    assertThat(scenes.staff(Role.AUDITOR).get(policies).is(200).each("version"))
        .containsExactly("3", "2", "1");
    manager
        .post(policies + "/9/restoration", Map.of("note", "x"))
        .isProblem(404, "POLICY_VERSION_UNKNOWN");
  }

  @Test
  void errors_of_a_draft_are_listed_and_stop_its_publication() {
    String policies = "/api/v1/halls/" + FreshHall.published(publication) + "/policies";
    Caller manager = scenes.staff(Role.MANAGER);
    JsonNode draft = manager.post(policies + "/draft", Map.of()).is(200).json();
    String yaml = draft.path("files").path("hall.yaml").asString();

    JsonNode saved =
        manager
            .put(
                policies + "/draft/files?file=hall.yaml&version=0",
                Map.of("content", yaml.replace("retentionYears: 10", "retentionYears: 1")))
            .is(200)
            .json();

    assertThat(saved.path("findings").get(0).path("code").asString()).isEqualTo("VALUE_RANGE");
    manager
        .post(
            policies + "/draft/publication",
            Map.of("note", "缩短", "version", saved.path("version").asInt()))
        .isProblem(422, "POLICY_FINDING");
    manager
        .post(policies + "/draft/publication", Map.of("note", "缩短"))
        .isProblem(400, "FIELD_REQUIRED");
    manager.delete(policies + "/draft?version=" + saved.path("version").asInt()).is(204);
  }

  @Test
  void guests_applicants_and_reviewers_have_no_business_here() {
    String policies = "/api/v1/halls/gscamce/policies";

    api.get(policies).isProblem(401, "TOKEN_MISSING");
    api.get(policies + "/draft").isProblem(401, "TOKEN_MISSING");
    scenes.applicant().get(policies).isProblem(403, "ROLE_MISSING");
    scenes.staff(Role.REVIEWER).post(policies + "/draft", Map.of()).isProblem(403, "ROLE_MISSING");
    scenes.staff(Role.AUDITOR).post(policies + "/draft", Map.of()).isProblem(403, "ROLE_MISSING");
  }
}
