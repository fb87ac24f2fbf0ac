package io.certhall.processes.application;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForms;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderNumbers;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts: saved at every step of the wizard with whatever is there. What is wrong in itself is
 * refused at once (too many certificates, a fourth seal); what is merely missing waits until
 * submission.
 */
@Service
public class OrderDrafts {

  private final OrderForms orders;
  private final OrderNumbers numbers;
  private final OrderRules rules;
  private final CompletedForms forms;
  private final LossSuspension suspension;
  private final OrderAgreements agreements;
  private final PublishedPolicies policies;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  OrderDrafts(
      OrderForms orders,
      OrderNumbers numbers,
      OrderRules rules,
      CompletedForms forms,
      LossSuspension suspension,
      OrderAgreements agreements,
      PublishedPolicies policies,
      OrderHistory history,
      AuditLog audit,
      Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.rules = rules;
    this.forms = forms;
    this.suspension = suspension;
    this.agreements = agreements;
    this.policies = policies;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return the new order's number
   * @throws Refusal RULE when the hall does not offer the service, the profile is not approved or a
   *     limit is broken
   */
  @Transactional
  public String create(Actor actor, OrderForm given) {
    actor.require(Role.APPLICANT);
    PublishedPolicy policy = policies.active(given.hall());
    String orderNo = numbers.next(policy.settings().orderNumber());
    OrderRules.Standing standing =
        rules.standing(actor.accountId(), policy, given.service(), given.holder());
    OrderForm form = forms.completed(actor, policy.settings(), given, orderNo);
    refuseBroken(policy, standing, form, orderNo);
    Instant now = clock.instant();
    CertificateOrderRecord row = new CertificateOrderRecord();
    row.setOrderNo(orderNo)
        .setHall(policy.hall())
        .setService(form.service().name())
        .setHolder(form.holder().name())
        .setAccountId(actor.accountId())
        .setOrganisationId(standing.organisationId())
        .setApplicantName(applicant(actor, standing, form))
        .setState(OrderState.DRAFT.name())
        .setPayStatus(PayStatus.UNPAID.name())
        .setReviewStatus(ReviewStatus.UNREVIEWED.name())
        .setDeliveryStatus(DeliveryStatus.NONE.name())
        .setInvoiceStatus(InvoiceStatus.NOT_REQUESTED.name())
        .setRound(0)
        .setTotalFen(total(policy, form))
        .setStateSince(now)
        .setCreatedAt(now);
    orders.insert(row, form);
    orders.insertItems(orderNo, form.items());
    agreements.replace(orderNo, form.agreements(), now);
    history.append(
        new OrderHistory.Event(
            orderNo, now, OrderEventKind.CREATED, OrderState.DRAFT, 0, null, actor, null));
    audit.record(actor, "order.created", "order", orderNo, policy.hall(), null);
    return orderNo;
  }

  /**
   * Replaces the form of a draft or of a rejected order.
   *
   * @param expectedVersion the version that was read, or -1 not to check
   * @throws Refusal CONFLICT when the order is locked or was changed meanwhile
   */
  @Transactional
  public void update(Actor actor, String orderNo, OrderForm given, int expectedVersion) {
    Order order = editable(actor, orderNo);
    if (expectedVersion >= 0 && expectedVersion != order.version()) {
      throw Refusal.conflict("STALE_VERSION");
    }
    if (!order.hall().equals(given.hall())
        || order.service() != given.service()
        || order.holder() != given.holder()) {
      throw Refusal.rule("service", "ORDER_KIND_FIXED");
    }
    PublishedPolicy policy = policyOf(order);
    OrderRules.Standing standing =
        rules.standing(actor.accountId(), policy, order.service(), order.holder());
    OrderForm form = forms.completed(actor, policy.settings(), given, orderNo);
    refuseBroken(policy, standing, form, orderNo);
    suspension.releaseDropped(actor, order, form.items());
    orders.change(
        order,
        orders
            .contact(form)
            .total(total(policy, form))
            .applicant(applicant(actor, standing, form)));
    orders.replaceItems(orderNo, form.items());
    agreements.replace(orderNo, form.agreements(), clock.instant());
    audit.record(actor, "order.edited", "order", orderNo, order.hall(), null);
  }

  /**
   * The form as it was last saved, to go on with it.
   *
   * @throws Refusal NOT_FOUND also for what is not the actor's, CONFLICT ORDER_LOCKED
   */
  @Transactional
  public OrderForm form(Actor actor, String orderNo) {
    return form(editable(actor, orderNo));
  }

  OrderForm form(Order order) {
    String orderNo = order.orderNo();
    OrderForm.Contact contact = orders.contact(orderNo);
    return new OrderForm(
        order.hall(),
        order.service(),
        order.holder(),
        OrderItems.forms(orders.items(orderNo)),
        contact.person() != null && !contact.isRepresented() ? null : contact.agent(),
        contact.delivery(),
        contact.invoice(),
        agreements.list(orderNo),
        contact.change(),
        contact.statement(),
        contact.person(),
        contact.answers());
  }

  private void refuseBroken(
      PublishedPolicy policy, OrderRules.Standing standing, OrderForm form, String orderNo) {
    Refusal.unlessEmpty(
        RefusalKind.RULE,
        rules.brokenLimits(
            policy,
            standing,
            new OrderRules.Application(
                form.service(), form.holder(), form.items(), form.changes(), orderNo)));
  }

  private static long total(PublishedPolicy policy, OrderForm form) {
    return OrderPrices.soFar(policy, form.service(), form.holder(), form.items(), form.changes())
        .totalFen();
  }

  private static String applicant(Actor actor, OrderRules.Standing standing, OrderForm form) {
    String organisation = standing.organisationName();
    if (organisation != null) {
      return organisation;
    }
    OrderForm.PersonForm person = form.person();
    String name = person == null ? null : person.name();
    return name == null || name.isBlank() ? actor.name() : name.strip();
  }

  /** Only a draft that was never submitted can be deleted; the row stays for the record. */
  @Transactional
  public void delete(Actor actor, String orderNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (order.state() != OrderState.DRAFT) {
      throw Refusal.conflict("ORDER_NOT_DRAFT");
    }
    orders.change(order, OrderChange.of().removed(clock.instant()));
    audit.record(actor, "order.deleted", "order", orderNo, order.hall(), null);
  }

  /**
   * @throws Refusal CONFLICT ORDER_LOCKED while the order is in review or further
   */
  Order editable(Actor actor, String orderNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (!order.state().isEditable()) {
      throw Refusal.conflict("ORDER_LOCKED");
    }
    return order;
  }

  /** A submitted order keeps the policy it was submitted under. */
  PublishedPolicy policyOf(Order order) {
    return policies.under(order.hall(), order.policyVersionId());
  }
}
