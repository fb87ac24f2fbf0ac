package io.certhall.backoffice.order.ui;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens and saves an applicant's unfinished order. */
@Component
class DraftDesk {

  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final Orders orders;
  private final PublishedPolicies policies;

  DraftDesk(
      OrderDrafts drafts, OrderSubmission submission, Orders orders, PublishedPolicies policies) {
    this.drafts = drafts;
    this.submission = submission;
    this.orders = orders;
    this.policies = policies;
  }

  /** An order under edit, as it is in the database. */
  record Draft(Order order, OrderForm form, PublishedPolicy policy) {

    String orderNo() {
      return order.orderNo();
    }
  }

  /**
   * @throws Refusal NOT_FOUND or CONFLICT ORDER_LOCKED
   */
  Draft open(Actor actor, String orderNo) {
    OrderForm form = drafts.form(actor, orderNo);
    Order order = orders.visible(actor, orderNo);
    PublishedPolicy policy =
        order.policyVersionId() == null
            ? policies.active(order.hall())
            : policies.version(order.policyVersionId());
    return new Draft(order, form, policy);
  }

  /** Saves what changed; the same form again touches nothing. */
  Draft save(Actor actor, Draft draft, OrderForm form) {
    if (!form.equals(draft.form())) {
      drafts.update(actor, draft.orderNo(), form, draft.order().version());
    }
    return open(actor, draft.orderNo());
  }

  List<Problem> obstacles(Actor actor, String orderNo) {
    return submission.obstacles(actor, orderNo);
  }
}
