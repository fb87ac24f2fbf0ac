package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.HUMAN_TASK;

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

  private final DSLContext dsl;

  NextSteps(DSLContext dsl) {
    this.dsl = dsl;
  }

  String afterPayment(PublishedPolicy policy, Order order) {
    return dsl.select(HUMAN_TASK.ELEMENT_ID)
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.ORDER_NO.eq(order.orderNo()), HUMAN_TASK.QUEUE.in(PAYING))
        .orderBy(HUMAN_TASK.ID.desc())
        .limit(1)
        .fetchOptional(HUMAN_TASK.ELEMENT_ID)
        .map(elementId -> after(policy, order, elementId))
        .orElse("办理");
  }

  private static String after(PublishedPolicy policy, Order order, String elementId) {
    try {
      return words(
          OrderState.valueOf(
              policy.stateAfter(elementId, order.service().name(), order.holder().name(), 0)));
    } catch (PolicyError | IllegalArgumentException notDrawn) {
      // The sentence still reads.
      return "办理";
    }
  }

  static String words(OrderState state) {
    return switch (state) {
      case IDENTITY_PENDING -> "实名认证";
      case ADMIN_REVIEW, REVIEW_PENDING -> "审核材料";
      case KEY_INBOUND -> "寄回证书介质";
      case ISSUE_PENDING -> "制作证书";
      case UPDATE_PENDING, UPDATE_FAILED -> "插入介质更新证书";
      case REMOTE_PENDING -> "远程处理";
      case SHIP_PENDING, SHIPPED -> "寄送证书";
      case PICKUP_PENDING -> "领取证书";
      case COMPLETED -> "办理完成";
      case DRAFT, PAYMENT_PENDING, PAYMENT_CHECKING, REJECTED, CANCELLED, CLOSED -> "办理";
    };
  }
}
