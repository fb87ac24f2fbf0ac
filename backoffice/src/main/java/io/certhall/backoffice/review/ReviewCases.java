package io.certhall.backoffice.review;

import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.organisation.Organisation;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.Person;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.review.ReviewChecks;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an order for its reviewer; the look at personal data is on record. */
@Component
public class ReviewCases {

  private final HumanTasks tasks;
  private final Orders orders;
  private final PublishedPolicies policies;
  private final Attachments attachments;
  private final Rejections rejections;
  private final ReviewChecks checks;
  private final TimelineQuery timeline;
  private final OrganisationProfiles organisations;
  private final People people;

  ReviewCases(
      HumanTasks tasks,
      Orders orders,
      PublishedPolicies policies,
      Attachments attachments,
      Rejections rejections,
      ReviewChecks checks,
      TimelineQuery timeline,
      OrganisationProfiles organisations,
      People people) {
    this.tasks = tasks;
    this.orders = orders;
    this.policies = policies;
    this.attachments = attachments;
    this.rejections = rejections;
    this.checks = checks;
    this.timeline = timeline;
    this.organisations = organisations;
    this.people = people;
  }

  /**
   * @throws Refusal NOT_FOUND, FORBIDDEN (no reviewer), CONFLICT (done already)
   */
  @Transactional
  public ReviewCase open(Actor actor, long taskId) {
    HumanTask task = tasks.workable(actor, taskId);
    if (task.queue() != TaskQueue.REVIEW || task.orderNo() == null) {
      throw Refusal.notFound("TASK_UNKNOWN", taskId);
    }
    Order order = orders.visible(actor, task.orderNo());
    List<Order.Item> items = orders.items(order.orderNo());
    return new ReviewCase(
        task,
        order,
        policies.version(Objects.requireNonNull(order.policyVersionId())),
        items,
        orders.lines(order.orderNo()),
        orders.contact(order.orderNo()),
        applicant(actor, order),
        people(actor, order, items),
        attachments.materials(actor, order.orderNo()),
        rejections.of(order.orderNo()),
        checks.of(actor, order.orderNo()),
        timeline.of(order.orderNo()));
  }

  private Map<String, String> applicant(Actor actor, Order order) {
    return order.organisationId() == null
        ? Map.of("name", order.applicantName())
        : fields(organisations.reveal(actor, order.organisationId()));
  }

  /** The fields of a profile in clear, in the order of its form. */
  public static Map<String, String> fields(Organisation organisation) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", organisation.name());
    fields.put("creditCode", organisation.creditCode().value());
    fields.put("legalRepName", organisation.legalRepName());
    fields.put("legalRepIdNo", organisation.legalRepId().value());
    fields.put("legalRepPhone", organisation.legalRepPhone().value());
    fields.put("registeredAddress", organisation.registeredAddress());
    fields.put("contactName", organisation.contactName());
    fields.put("contactPhone", organisation.contactPhone().value());
    return fields;
  }

  private Map<Long, String> people(Actor actor, Order order, List<Order.Item> items) {
    Map<Long, String> names = new HashMap<>();
    Long organisation = order.organisationId();
    if (organisation != null) {
      items.stream()
          .map(Order.Item::personId)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(
              id -> {
                Person person = people.reveal(actor, organisation, id);
                names.put(id, person.name() + " " + person.idNo().value());
              });
    }
    return names;
  }
}
