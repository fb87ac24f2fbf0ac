package io.certhall.standalone.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One order, moved along by the people of the demo accounts. */
final class RestOrder {

  private static final String APPLICANT = "demo-applicant";

  private final HallClient hall;
  private final String orderNo;

  private RestOrder(HallClient hall, String orderNo) {
    this.hall = hall;
    this.orderNo = orderNo;
  }

  static RestOrder draft(HallClient hall) {
    JsonNode created =
        hall.post(
                APPLICANT,
                "/api/v1/orders",
                Map.of(
                    "hall", "gscamce",
                    "service", "NEW",
                    "holder", "ORGANISATION",
                    "items",
                        List.of(
                            Map.of(
                                "type",
                                "ORG_BUSINESS",
                                "years",
                                1,
                                "copies",
                                1,
                                "seals",
                                List.of("OFFICIAL"))),
                    "agent",
                        Map.of(
                            "name", "李晓梅",
                            "idNo", "34052419800101001X",
                            "phone", "13800000009",
                            "email", "agent@example.com"),
                    "delivery",
                        Map.of(
                            "method", "COURIER",
                            "recipient", "李晓梅",
                            "phone", "13800000009",
                            "region", "甘肃省/兰州市/城关区",
                            "address", "东岗西路100号"),
                    "invoice", Map.of("kind", "NONE"),
                    "agreements", List.of(Map.of("code", "SERVICE", "version", "2026-1"))))
            .ok();
    RestOrder order = new RestOrder(hall, created.get("orderNo").asString());
    for (String code :
        List.of("APPLICATION_FORM", "POWER_OF_ATTORNEY", "SERVICE_AGREEMENT", "SEAL_IMAGE-1")) {
      hall.attach(APPLICANT, order.orderNo, code);
    }
    return order;
  }

  String orderNo() {
    return orderNo;
  }

  void submit() {
    hall.post(APPLICANT, "/api/v1/orders/" + orderNo + "/submit", Map.of()).ok();
  }

  void approve() {
    complete("demo-reviewer", "review", Map.of("decision", "APPROVE"));
  }

  void pay() {
    String paymentNo =
        hall.post(APPLICANT, "/api/v1/orders/" + orderNo + "/payments", Map.of("method", "WECHAT"))
            .ok()
            .get("paymentNo")
            .asString();
    hall.post(null, "/simulators/wechatpay/" + paymentNo + "/pay", Map.of());
  }

  void produce() {
    produce("KEY" + orderNo);
  }

  void produce(String mediumSerial) {
    complete("demo-producer", "production", Map.of("mediumSerial", mediumSerial));
  }

  void ship() {
    complete(
        "demo-dispatcher", "dispatch", Map.of("carrier", "顺丰速运", "trackingNo", "SF" + orderNo));
  }

  void receive() {
    hall.post(APPLICANT, "/api/v1/orders/" + orderNo + "/receipt", Map.of()).ok();
  }

  private void complete(String who, String queue, Map<String, Object> body) {
    String path = "/api/v1/tasks?queue=" + queue + "&orderNo=" + orderNo;
    await()
        .alias(orderNo + " waits in " + queue)
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> hall.items(who, path).findAny().isPresent());
    List<String> ids = hall.items(who, path).map(task -> task.get("id").asString()).toList();
    for (String id : ids) {
      hall.post(who, "/api/v1/tasks/" + id + "/complete", body).ok();
    }
  }

  /** Does whatever is next until the order is done. */
  void finish() {
    await()
        .alias(orderNo + " finishes")
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .until(
            () -> {
              switch (state()) {
                case "DRAFT" -> submit();
                case "REVIEW_PENDING" ->
                    now("demo-reviewer", "review", Map.of("decision", "APPROVE"));
                case "PAYMENT_PENDING" -> pay();
                case "ISSUE_PENDING" ->
                    now("demo-producer", "production", Map.of("mediumSerial", "KEY" + orderNo));
                case "SHIP_PENDING" ->
                    now(
                        "demo-dispatcher",
                        "dispatch",
                        Map.of("carrier", "顺丰速运", "trackingNo", "SF" + orderNo));
                case "SHIPPED" -> receive();
                default -> {}
              }
              return state().equals("COMPLETED");
            });
  }

  private void now(String who, String queue, Map<String, Object> body) {
    hall.items(who, "/api/v1/tasks?queue=" + queue + "&orderNo=" + orderNo)
        .forEach(
            task ->
                hall.post(who, "/api/v1/tasks/" + task.get("id").asString() + "/complete", body));
  }

  String state() {
    return details().get("state").asString();
  }

  JsonNode details() {
    return hall.get(APPLICANT, "/api/v1/orders/" + orderNo).ok();
  }

  RestOrder reaches(String state) {
    await()
        .alias(orderNo + " reaches " + state)
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> state().equals(state));
    return this;
  }
}
