package io.certhall.processes.review;

import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.Organisation;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.Person;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.review.ReviewCheck.Kind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a machine can check is checked before the reviewer looks; the decision stays his. */
@Service
public class ReviewChecks {

  private final Orders orders;
  private final OrderSubmission submission;
  private final OrganisationProfiles organisations;
  private final ApprovalStates approvals;
  private final People people;

  ReviewChecks(
      Orders orders,
      OrderSubmission submission,
      OrganisationProfiles organisations,
      ApprovalStates approvals,
      People people) {
    this.orders = orders;
    this.submission = submission;
    this.organisations = organisations;
    this.approvals = approvals;
    this.people = people;
  }

  /** Every check of an order; the look at personal data is on record. */
  @Transactional
  public List<ReviewCheck> of(Actor actor, String orderNo) {
    actor.require(Role.REVIEWER);
    Order order = orders.visible(actor, orderNo);
    OrderForm.Contact contact = orders.contact(orderNo);
    List<ReviewCheck> checks = new ArrayList<>();
    if (order.organisationId() != null) {
      addOrganisation(
          checks, order, organisations.reveal(actor, order.organisationId()), contact.invoice());
      addPeople(checks, actor, order.organisationId(), orders.items(orderNo));
    }
    OrderForm.AgentForm agent = contact.agent();
    if (agent != null && agent.idNo() != null && agent.document() == IdentityDocument.RESIDENT_ID) {
      checks.add(
          check(
              Kind.AGENT_ID,
              ResidentId.defect(agent.idNo()).isEmpty(),
              String.valueOf(agent.name())));
    }
    checks.add(amount(order, orders.lines(orderNo)));
    List<Problem> broken = submission.obstacles(actor, orderNo);
    if (broken.isEmpty()) {
      checks.add(check(Kind.RULES, true));
    }
    broken.forEach(problem -> checks.add(new ReviewCheck(Kind.RULES, false, List.of(), problem)));
    return checks;
  }

  private void addOrganisation(
      List<ReviewCheck> checks,
      Order order,
      Organisation organisation,
      OrderForm.@org.jspecify.annotations.Nullable InvoiceForm invoice) {
    checks.add(
        check(
            Kind.CREDIT_CODE,
            organisation.creditCode().hasRightCheckDigit(),
            organisation.creditCode().value()));
    checks.add(
        check(
            Kind.APPLICANT_NAME,
            organisation.name().equals(order.applicantName()),
            organisation.name()));
    checks.add(
        check(
            Kind.PROFILE_APPROVED,
            approvals.of(organisation.id(), order.hall()) == ApprovalState.APPROVED));
    if (invoice != null && invoice.kind() != null && invoice.kind() != InvoiceKind.NONE) {
      checks.add(
          check(
              Kind.INVOICE_TITLE,
              organisation.name().equals(invoice.title()),
              String.valueOf(invoice.title())));
    }
  }

  private void addPeople(
      List<ReviewCheck> checks, Actor actor, long organisationId, List<Order.Item> items) {
    items.stream()
        .filter(item -> item.personId() != null)
        .map(Order.Item::personId)
        .distinct()
        .forEach(
            personId -> {
              Person person = people.reveal(actor, organisationId, personId);
              checks.add(
                  check(
                      Kind.PERSON_ID,
                      ResidentId.defect(person.idNo().value()).isEmpty(),
                      person.name()));
            });
  }

  private static ReviewCheck amount(Order order, List<Order.Line> lines) {
    boolean each =
        lines.stream().allMatch(line -> line.amountFen() == line.unitFen() * line.quantity());
    long sum = lines.stream().mapToLong(Order.Line::amountFen).sum();
    return check(Kind.AMOUNT, each && sum == order.totalFen());
  }

  private static ReviewCheck check(Kind kind, boolean passed, String... args) {
    return new ReviewCheck(kind, passed, List.of(args), null);
  }
}
