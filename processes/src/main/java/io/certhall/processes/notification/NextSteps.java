package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.HUMAN_TASK;

import io.certhall.bpmn.LocalText;
import io.certhall.bpmn.PolicyError;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What comes after the payment, as the order's own diagram says it. */
@Component
class NextSteps {

  private static final List<String> PAYING = List.of("payment", "finance");

  private static final LocalText PROCESSING = new LocalText("办理", "processing");

  private final DSLContext dsl;

  NextSteps(DSLContext dsl) {
    this.dsl = dsl;
  }

  LocalText afterPayment(PublishedPolicy policy, Order order) {
    return dsl.select(HUMAN_TASK.ELEMENT_ID)
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.ORDER_NO.eq(order.orderNo()), HUMAN_TASK.QUEUE.in(PAYING))
        .orderBy(HUMAN_TASK.ID.desc())
        .limit(1)
        .fetchOptional(HUMAN_TASK.ELEMENT_ID)
        .map(elementId -> after(policy, order, elementId))
        .orElse(PROCESSING);
  }

  /**
   * @param elementId the step at which was paid
   */
  LocalText after(PublishedPolicy policy, Order order, String elementId) {
    try {
      return words(
          OrderState.valueOf(
              policy.stateAfter(elementId, order.service().name(), order.holder().name(), 0)));
    } catch (PolicyError | IllegalArgumentException notDrawn) {
      // The sentence still reads.
      return PROCESSING;
    }
  }

  static LocalText words(OrderState state) {
    return switch (state) {
      case IDENTITY_PENDING -> new LocalText("实名认证", "identity check");
      case ADMIN_REVIEW, REVIEW_PENDING -> new LocalText("审核材料", "review of the documents");
      case KEY_INBOUND -> new LocalText("寄回证书介质", "send the key in");
      case ISSUE_PENDING -> new LocalText("制作证书", "making the certificate");
      case UPDATE_PENDING, UPDATE_FAILED ->
          new LocalText("插入介质更新证书", "insert the key and update the certificate");
      case REMOTE_PENDING -> new LocalText("远程处理", "remote session");
      case SHIP_PENDING, SHIPPED -> new LocalText("寄送证书", "shipping the certificate");
      case PICKUP_PENDING -> new LocalText("领取证书", "collect the certificate");
      case COMPLETED -> new LocalText("办理完成", "finished");
      case DRAFT, PAYMENT_PENDING, PAYMENT_CHECKING, REJECTED, CANCELLED, CLOSED -> PROCESSING;
    };
  }
}
