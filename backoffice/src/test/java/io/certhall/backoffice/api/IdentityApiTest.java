package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class IdentityApiTest {

  private final Api api;
  private final Scenes scenes;
  private final TestSteps steps;
  private final Orders orders;

  IdentityApiTest(Api api, Scenes scenes, TestSteps steps, Orders orders) {
    this.api = api;
    this.scenes = scenes;
    this.steps = steps;
    this.orders = orders;
  }

  @Test
  @Tag("SZ-27")
  @Tag("AC-38")
  void the_whole_check_runs_through_the_interface() {
    assertThat(api).isNotNull();
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    steps.arrive(orderNo, "identity.verify", OrderState.IDENTITY_PENDING, TaskQueue.IDENTITY);
    String path = "/api/v1/orders/" + orderNo + "/identity";
    assertThat(applicant.get(path).is(200).string("state")).isEqualTo("PENDING");
    assertThat(applicant.post(path + "/invitations", Map.of()).is(201).string("url"))
        .contains("/identity/");
    applicant
        .upload(path + "/photos/FRONT", "front.jpg", SampleFiles.jpeg())
        .isProblem(422, "IDENTITY_CONSENT_MISSING");
    for (String code : new String[] {"PERSONAL_INFORMATION", "SENSITIVE_INFORMATION"}) {
      applicant.post(path + "/consents", Map.of("code", code, "version", "2026-1")).is(200);
    }
    applicant.upload(path + "/photos/FRONT", "front.jpg", SampleFiles.jpeg()).is(200);
    applicant
        .upload(path + "/photos/BACK", "back.jpg", SampleFiles.pdf())
        .isProblem(415, "UNSUPPORTED_TYPE");
    applicant
        .upload(path + "/photos/BACK", "back.jpg", SampleFiles.picture("jpg", 640, 400))
        .is(200);
    applicant
        .upload(path + "/photos/SIDE", "x.jpg", SampleFiles.jpeg())
        .isProblem(404, "IDENTITY_SIDE_UNKNOWN");
    applicant.get(path + "/photos/FRONT").isProblem(403, "ROLE_MISSING");
    scenes.staff(Role.REVIEWER).get(path + "/photos/FRONT").is(200);
    var agent = Objects.requireNonNull(orders.contact(orderNo).agent());
    applicant
        .post(path + "/verify", Map.of("name", "别人", "idNo", String.valueOf(agent.idNo())))
        .isProblem(422, "IDENTITY_FORM_MISMATCH");

    assertThat(
            applicant
                .post(
                    path + "/verify",
                    Map.of(
                        "name", String.valueOf(agent.name()), "idNo", String.valueOf(agent.idNo())))
                .is(200)
                .string("state"))
        .isEqualTo("PASSED");
    scenes.applicant().get(path).isProblem(404, "ORDER_UNKNOWN");
  }
}
