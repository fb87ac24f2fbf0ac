package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

@ApiTest
class ApiErrorsTest {

  private final Api api;
  private final Scenes scenes;

  ApiErrorsTest(Api api, Scenes scenes) {
    this.api = api;
    this.scenes = scenes;
  }

  @Test
  void a_failure_tells_a_reference_and_nothing_else() {
    Answer failed = scenes.newcomer().get("/api/v1/failure").isProblem(500, "INTERNAL_ERROR");

    assertThat(failed.string("reference")).matches("[0-9a-f]{8}");
    assertThat(failed.string("detail")).contains(failed.string("reference"));
    assertThat(failed.text()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void a_path_or_method_that_is_not_there_is_no_page_of_the_ui() {
    Caller caller = scenes.newcomer();

    caller.get("/api/v1/nothing").isProblem(404, "PATH_UNKNOWN");
    caller.delete("/api/v1/halls").isProblem(404, "PATH_UNKNOWN");
    api.get("/api/v1/nothing").isProblem(401, "TOKEN_MISSING");
    api.get("/callbacks/wechatpay/gscamce").isProblem(404, "PATH_UNKNOWN");
  }

  @Test
  void a_body_that_is_no_json_is_of_an_unsupported_type() {
    assertThat(
            api.send(
                    api.request("/api/v1/tokens", "Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("me and my password")))
                .isProblem(415, "CONTENT_TYPE_UNSUPPORTED")
                .string("detail"))
        .contains("application/json");
  }

  @Test
  void an_answer_that_nobody_can_read_is_not_given() {
    api.get("/api/v1/halls", "Accept", "image/png").isProblem(406, "NOT_ACCEPTABLE");
  }

  @Test
  void a_problem_is_told_in_english_to_who_reads_english() {
    Answer problem =
        api.get("/api/v1/halls/nowhere", "Accept-Language", "en-US").isProblem(404, "HALL_UNKNOWN");

    assertThat(problem.string("title")).isEqualTo("Not found");
    assertThat(problem.string("detail")).isEqualTo("There is no such hall.");
    assertThat(problem.string("type")).isEqualTo("urn:certhall:problem:HALL_UNKNOWN");
  }
}
