package io.certhall.backoffice.api.support;

import io.certhall.backoffice.support.Fixtures;
import io.certhall.processes.account.ApiTokens;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.TaskQueue;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** People with tokens, and orders brought to where a test begins. */
public class Scenes {

  public static final String HALL = "gscamce";

  private final Api api;
  private final Fixtures fixtures;
  private final ApiTokens tokens;
  private final TestSteps steps;

  Scenes(Api api, Fixtures fixtures, ApiTokens tokens, TestSteps steps) {
    this.api = api;
    this.fixtures = fixtures;
    this.tokens = tokens;
    this.steps = steps;
  }

  /** An applicant without an organisation. */
  public Caller newcomer() {
    return caller(fixtures.applicant());
  }

  /** An applicant whose organisation the hall has approved. */
  public Caller applicant() {
    return caller(fixtures.approvedApplicant(HALL));
  }

  public Caller staff(Role... roles) {
    return caller(fixtures.staff(roles));
  }

  public Caller caller(Actor actor) {
    return new Caller(api, actor, tokens.issue(actor).token());
  }

  public long person(Caller owner, String name) {
    return fixtures.person(owner.actor(), name);
  }

  public String draft(Caller owner) {
    return draft(owner, Bodies.order(Bodies.orgItem()));
  }

  public String draft(Caller owner, Map<String, Object> body) {
    return owner.post("/api/v1/orders", body).is(201).string("orderNo");
  }

  public void attachAll(Caller owner, String orderNo) {
    for (JsonNode material :
        owner.get("/api/v1/orders/" + orderNo).is(200).json().path("materials")) {
      String code = material.path("code").asString();
      boolean pdf = material.path("formats").toString().contains("pdf");
      owner
          .upload(
              "/api/v1/orders/" + orderNo + "/attachments/" + code,
              pdf ? "scan.pdf" : "seal.jpg",
              pdf ? SampleFiles.pdf() : SampleFiles.jpeg())
          .is(200);
    }
  }

  /** A complete order that was submitted; the engine has not moved yet. */
  public String submitted(Caller owner) {
    String orderNo = draft(owner);
    attachAll(owner, orderNo);
    owner.step("/api/v1/orders/" + orderNo + "/submit").is(200);
    return orderNo;
  }

  /** The order waits for its review. */
  public HumanTask inReview(String orderNo) {
    return steps.review(orderNo);
  }

  /** The order was approved and waits for its money. */
  public HumanTask waitingForPayment(String orderNo) {
    approve(orderNo);
    return steps.arrive(orderNo, "payment.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);
  }

  /** The parcel is on its way. */
  public HumanTask waitingForReceipt(String orderNo) {
    return steps.arrive(orderNo, "delivery.receive", OrderState.SHIPPED, TaskQueue.RECEIVE);
  }

  public TestSteps steps() {
    return steps;
  }

  public void approve(String orderNo) {
    complete(staff(Role.REVIEWER), inReview(orderNo), Map.of("decision", "APPROVE")).is(200);
  }

  public Answer complete(Caller staff, HumanTask task, Object body) {
    return staff.post("/api/v1/tasks/" + task.id() + "/complete", body);
  }
}
