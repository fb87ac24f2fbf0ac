package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class InvoiceApiTest {

  private static final Map<String, Object> WISH =
      Map.of("kind", "NORMAL", "title", "测试单位甲", "email", "buyer@example.cn");

  private final Scenes scenes;
  private final TestOrders orders;

  InvoiceApiTest(Scenes scenes, TestOrders orders) {
    this.scenes = scenes;
    this.orders = orders;
  }

  @Test
  @Tag("AC-30")
  void an_invoice_is_asked_for_issued_read_and_taken_back() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    String path = "/api/v1/orders/" + orderNo + "/invoice";
    applicant.post(path, WISH).isProblem(422, "INVOICE_BEFORE_APPROVAL");
    applicant.get(path).isProblem(404, "INVOICE_UNKNOWN");
    paid(orderNo);

    Answer asked = applicant.post(path, WISH).is(201);
    assertThat(asked.string("state")).isEqualTo("PENDING");
    assertThat(asked.string("dueAt")).isNotEmpty();
    applicant.post(path, WISH).isProblem(409, "INVOICE_ALREADY");
    String desk = "/api/v1/invoice-requests/" + orderNo;
    applicant.step(desk + "/issue").isProblem(403, "ROLE_MISSING");
    Caller finance = scenes.staff(Role.FINANCE);
    assertThat(finance.get("/api/v1/invoice-requests?state=PENDING").is(200).json().path("items"))
        .anyMatch(item -> item.path("orderNo").asString().equals(orderNo));

    finance.step(desk + "/issue").is(200);

    assertThat(applicant.get(path).is(200).json().path("history").size()).isEqualTo(2);
    assertThat(applicant.get(path + "/pdf").is(200).header("Content-Type"))
        .isEqualTo("application/pdf");
    finance.post(desk + "/reverse", Map.of()).isProblem(422, "FIELD_REQUIRED");
    assertThat(finance.post(desk + "/reverse", Map.of("reason", "抬头有误")).is(200).string("state"))
        .isEqualTo("REVERSED");
  }

  @Test
  void a_wish_is_rejected_and_a_paper_invoice_is_sent() {
    Caller applicant = scenes.applicant();
    Caller finance = scenes.staff(Role.FINANCE);
    String rejected = scenes.submitted(applicant);
    paid(rejected);
    applicant.post("/api/v1/orders/" + rejected + "/invoice", WISH).is(201);
    assertThat(
            finance
                .post("/api/v1/invoice-requests/" + rejected + "/reject", Map.of("reason", "不符"))
                .is(200)
                .string("reason"))
        .isEqualTo("不符");

    Caller other = scenes.applicant();
    String paper = scenes.submitted(other);
    paid(paper);
    other
        .post(
            "/api/v1/orders/" + paper + "/invoice",
            Map.of("kind", "NORMAL", "title", "测试单位乙", "sending", "PAPER"))
        .is(201);
    finance.step("/api/v1/invoice-requests/" + paper + "/issue").is(200);
    assertThat(
            finance
                .post(
                    "/api/v1/invoice-requests/" + paper + "/send",
                    Map.of("carrier", "顺丰速运", "trackingNo", "SF1234567890"))
                .is(200)
                .string("state"))
        .isEqualTo("SENT");
  }

  @Test
  @Tag("GX-11")
  void titles_are_kept_and_forgotten() {
    Caller applicant = scenes.applicant();
    applicant.post("/api/v1/me/invoice-titles", Map.of()).isProblem(422, "FIELD_REQUIRED");
    long id = applicant.post("/api/v1/me/invoice-titles", WISH).is(201).json().path("id").asLong();
    assertThat(applicant.get("/api/v1/me/invoice-titles").is(200).json().path("items").size())
        .isEqualTo(1);
    scenes
        .applicant()
        .delete("/api/v1/me/invoice-titles/" + id)
        .isProblem(404, "INVOICE_TITLE_UNKNOWN");

    applicant.delete("/api/v1/me/invoice-titles/" + id).is(204);
  }

  private void paid(String orderNo) {
    orders.change(
        orderNo,
        OrderChange.of()
            .reviewStatus(ReviewStatus.APPROVED)
            .paid(orders.order(orderNo).totalFen()));
    orders.move(orderNo, OrderState.COMPLETED);
  }
}
