package io.certhall.backoffice.review;

import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.review.ReviewCheck;
import io.certhall.processes.task.HumanTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One order before its reviewer.
 *
 * @param applicant fields of the organisation in clear, by name
 * @param people name and identity number in clear, by person id
 */
public record ReviewCase(
    HumanTask task,
    Order order,
    PublishedPolicy policy,
    List<Order.Item> items,
    List<Order.Line> lines,
    OrderForm.Contact contact,
    Map<String, String> applicant,
    Map<Long, String> people,
    List<MaterialView> materials,
    List<Rejections.Rejection> rejections,
    List<ReviewCheck> checks,
    List<TimelineQuery.Entry> timeline) {

  /** When it was last rejected; empty in the first round. */
  public Optional<Instant> rejectedAt() {
    return rejections.stream().map(Rejections.Rejection::decidedAt).max(Instant::compareTo);
  }
}
