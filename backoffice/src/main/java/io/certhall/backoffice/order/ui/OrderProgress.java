package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Stepper;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.ArrayList;
import java.util.List;

/** The big steps of an order in its hall's order, and how far it is. */
final class OrderProgress {

  private enum Stage {
    SUBMIT,
    IDENTITY,
    REVIEW,
    PAY,
    PRODUCE,
    DELIVER,
    COMPLETE
  }

  private final Order order;
  private final List<Order.Item> items;
  private final PublishedPolicy policy;

  OrderProgress(Order order, List<Order.Item> items, PublishedPolicy policy) {
    this.order = order;
    this.items = items;
    this.policy = policy;
  }

  List<Stepper.Step> steps() {
    List<Stepper.Step> steps = new ArrayList<>();
    for (Stage stage : stages()) {
      steps.add(new Stepper.Step(label(stage), progress(stage), ""));
    }
    return steps;
  }

  private List<Stage> stages() {
    String first =
        policy.firstState(order.service().name(), order.holder().name(), order.totalFen());
    boolean pays = order.payStatus() != PayStatus.FREE && order.totalFen() > 0;
    boolean paysFirst = NextStep.paysFirst(order, policy);
    List<Stage> stages = new ArrayList<>(List.of(Stage.SUBMIT));
    if (first.equals(OrderState.IDENTITY_PENDING.name())) {
      stages.add(Stage.IDENTITY);
    }
    if (pays && paysFirst) {
      stages.add(Stage.PAY);
    }
    stages.add(Stage.REVIEW);
    if (pays && !paysFirst) {
      stages.add(Stage.PAY);
    }
    stages.add(Stage.PRODUCE);
    if (!policy.settings().delivery(order.service().name()).isEmpty()) {
      stages.add(Stage.DELIVER);
    }
    stages.add(Stage.COMPLETE);
    return stages;
  }

  private String label(Stage stage) {
    if (stage == Stage.DELIVER && order.deliveryMethod() != null) {
      return Texts.of(
          order.deliveryMethod() == DeliveryMethod.PICKUP ? "stage.PICKUP" : "stage.DELIVER");
    }
    return stage == Stage.PRODUCE ? produce() : Texts.of("stage." + stage.name());
  }

  /** What the hall does for this service, in a word. */
  private String produce() {
    boolean handedOver = !policy.settings().delivery(order.service().name()).isEmpty();
    return switch (order.service()) {
      case NEW, REPLACE, EXCHANGE -> Texts.of("stage.PRODUCE");
      case RENEW, CHANGE -> Texts.of(handedOver ? "stage.PRODUCE" : "stage.UPDATE");
      case ADD_SEAL -> Texts.of("stage.ADD_SEAL");
      case UNLOCK -> Texts.of("stage.UNLOCK");
      case REVOKE, REPORT_LOSS, CANCEL_LOSS -> Texts.of("stage.EFFECT");
    };
  }

  private Stepper.Progress progress(Stage stage) {
    if (order.state() == OrderState.REJECTED && stage == Stage.REVIEW) {
      return Stepper.Progress.WRONG;
    }
    if (stage == stageOf(order.state())) {
      return order.state() == OrderState.COMPLETED
          ? Stepper.Progress.DONE
          : Stepper.Progress.CURRENT;
    }
    return isDone(stage) ? Stepper.Progress.DONE : Stepper.Progress.AHEAD;
  }

  private boolean isDone(Stage stage) {
    return switch (stage) {
      case SUBMIT -> order.submittedAt() != null;
      case IDENTITY -> order.submittedAt() != null && order.state() != OrderState.IDENTITY_PENDING;
      case REVIEW -> order.reviewStatus() == ReviewStatus.APPROVED;
      case PAY -> order.paidFen() > 0 && order.dueFen() <= 0;
      case PRODUCE ->
          !items.isEmpty() && items.stream().allMatch(item -> item.status() == ItemStatus.DONE);
      case DELIVER, COMPLETE -> order.state() == OrderState.COMPLETED;
    };
  }

  /** Null for orders that ended before their end. */
  private static @org.jspecify.annotations.Nullable Stage stageOf(OrderState state) {
    return switch (state) {
      case DRAFT, ADMIN_REVIEW -> Stage.SUBMIT;
      case IDENTITY_PENDING -> Stage.IDENTITY;
      case REVIEW_PENDING, REJECTED -> Stage.REVIEW;
      case PAYMENT_PENDING, PAYMENT_CHECKING -> Stage.PAY;
      case KEY_INBOUND, ISSUE_PENDING, UPDATE_PENDING, UPDATE_FAILED, REMOTE_PENDING ->
          Stage.PRODUCE;
      case SHIP_PENDING, SHIPPED, PICKUP_PENDING -> Stage.DELIVER;
      case COMPLETED -> Stage.COMPLETE;
      case CANCELLED, CLOSED -> null;
    };
  }
}
