package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Bodies;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class ServicesApiTest {

  private static final String ORDERS = "/api/v1/orders";
  private static final String CERTIFICATES = "/api/v1/certificates";

  private final Scenes scenes;
  private final TestCertificates certificates;
  private final TestSteps steps;

  ServicesApiTest(Scenes scenes, TestCertificates certificates, TestSteps steps) {
    this.scenes = scenes;
    this.certificates = certificates;
    this.steps = steps;
  }

  private static Map<String, Object> body(String service, Map<String, Object> item) {
    Map<String, Object> body = Bodies.order(item);
    body.put("service", service);
    return body;
  }

  private static Map<String, Object> of(String serial) {
    return Map.of("certificateSerial", serial);
  }

  @Test
  @Tag("GS-29")
  void a_renewal_needs_the_serial_only_and_is_updated_by_its_holder() {
    Caller holder = scenes.applicant();
    String serial = certificates.issued(holder.actor(), Scenes.HALL, "OFFICIAL");
    assertThat(holder.get(CERTIFICATES + "/" + serial).is(200).string("state"))
        .isEqualTo("EXPIRING");
    Answer draft = holder.post(ORDERS, body("RENEW", of(serial))).is(201);
    assertThat(draft.json().path("items").path(0).path("type").asString())
        .isEqualTo("ORG_BUSINESS");
    assertThat(draft.json().path("totalFen").asLong()).isEqualTo(30000);
    String orderNo = draft.string("orderNo");
    scenes.attachAll(holder, orderNo);
    holder.step(ORDERS + "/" + orderNo + "/submit").is(200);
    holder.post(ORDERS, body("RENEW", of(serial))).isProblem(422, "DUPLICATE_ORDER");

    steps.arrive(orderNo, "self-update.update", OrderState.UPDATE_PENDING, TaskQueue.UPDATE);
    String item = ORDERS + "/" + orderNo + "/items/1/";
    holder.post(item + "reading", Map.of("keySerial", "WRONG-KEY")).isProblem(422, "KEY_MISMATCH");
    holder.post(item + "reading", Map.of("keySerial", TestCertificates.key(serial))).is(200);
    steps.arrive(orderNo, "self-update.install", OrderState.UPDATE_PENDING, TaskQueue.INSTALL);
    Answer failed = holder.post(item + "installation", Map.of("installed", false)).is(200);
    assertThat(failed.json().path("items").path(0).path("status").asString()).isEqualTo("FAILED");
    steps.arrive(orderNo, "self-update.repair", OrderState.UPDATE_FAILED, TaskQueue.REPAIR);
    holder.post(ORDERS + "/" + orderNo + "/repair", Map.of("handOver", true)).is(200);
    long session =
        steps
            .arrive(orderNo, "self-update.session", OrderState.REMOTE_PENDING, TaskQueue.REMOTE)
            .id();
    Caller producer = scenes.staff(Role.PRODUCER);
    producer
        .post("/api/v1/tasks/" + session + "/complete", Map.of("done", false))
        .isProblem(422, "FIELD_REQUIRED");
    producer
        .post("/api/v1/tasks/" + session + "/complete", Map.of("done", true, "note", "已写入"))
        .is(200);
    Answer order = holder.get(ORDERS + "/" + orderNo).is(200);
    assertThat(order.json().path("items").path(0).path("status").asString()).isEqualTo("DONE");
    assertThat(order.json().path("remoteSessions").path(0).path("note").asString())
        .isEqualTo("已写入");
  }

  @Test
  void limits_of_services_are_told_with_their_codes() {
    Caller holder = scenes.applicant();
    String serial = certificates.issued(holder.actor(), Scenes.HALL, "OFFICIAL");
    certificates.endsIn(serial, Duration.ofDays(120));
    holder.post(ORDERS, body("RENEW", of(serial))).isProblem(422, "RENEWAL_WINDOW");
    holder.post(ORDERS, body("UNLOCK", of(serial))).isProblem(422, "SERVICE_INSTANT");
    holder.post(ORDERS, body("CANCEL_LOSS", of(serial))).isProblem(422, "CERTIFICATE_NORMAL");
    holder
        .post(
            ORDERS,
            body("ADD_SEAL", Map.of("certificateSerial", serial, "seals", List.of("OFFICIAL"))))
        .isProblem(422, "SEAL_EXISTS");
  }

  @Test
  @Tag("AC-10")
  void a_key_is_locked_and_unlocked_and_its_history_tells() {
    Caller holder = scenes.applicant();
    String serial = certificates.issued(holder.actor(), Scenes.HALL);
    Map<String, Object> key =
        Map.of("hall", Scenes.HALL, "keySerial", TestCertificates.key(serial));
    holder
        .post(
            CERTIFICATES + "/wrong-pins",
            Map.of("hall", Scenes.HALL, "keySerial", TestCertificates.key(serial), "wrongPins", 10))
        .is(200);
    assertThat(holder.get(CERTIFICATES + "/" + serial).string("state")).isEqualTo("LOCKED");
    holder
        .post(CERTIFICATES + "/unlock", Map.of("hall", Scenes.HALL, "keySerial", "FOREIGN-1"))
        .isProblem(422, "FOREIGN_KEY");
    assertThat(holder.post(CERTIFICATES + "/unlock", key).is(200).string("state"))
        .isEqualTo("NORMAL");
    assertThat(holder.get(CERTIFICATES + "/" + serial + "/events").is(200).each("move"))
        .containsExactly("LOCK", "UNLOCK");
    assertThat(holder.get(CERTIFICATES + "/" + serial + "/services").is(200).each("service"))
        .contains("RENEW", "REPLACE", "UNLOCK", "REVOKE");
    certificates.put(serial, CertificateState.REVOKED);
    holder.post(CERTIFICATES + "/unlock", key).isProblem(422, "FOREIGN_KEY");
    scenes.applicant().get(CERTIFICATES + "/" + serial + "/events").is(404);
  }

  @Test
  void old_and_new_of_a_change_stand_side_by_side() {
    Caller holder = scenes.applicant();
    String serial = certificates.issued(holder.actor(), Scenes.HALL);
    Map<String, Object> body = body("CHANGE", of(serial));
    body.put("change", Map.of("kinds", List.of("NAME"), "newName", "甘肃新名建设有限公司"));
    Answer draft = holder.post(ORDERS, body).is(201);
    assertThat(draft.json().path("comparison").path(0).path("before").asString())
        .startsWith("甘肃测试建设有限公司");
    assertThat(draft.json().path("comparison").path(0).path("after").asString())
        .isEqualTo("甘肃新名建设有限公司");
  }
}
