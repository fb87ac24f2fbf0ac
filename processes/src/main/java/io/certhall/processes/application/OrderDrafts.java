package io.certhall.processes.application;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderForms;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderNumbers;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
  private final OrderAgreements agreements;
  private final PublishedPolicies policies;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  OrderDrafts(
      OrderForms orders,
      OrderNumbers numbers,
      OrderRules rules,
      OrderAgreements agreements,
      PublishedPolicies policies,
      OrderHistory history,
      AuditLog audit,
      Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.rules = rules;
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
  public String create(Actor actor, OrderForm form) {
    actor.require(Role.APPLICANT);
    PublishedPolicy policy = policies.active(form.hall());
    List<ItemForm> items = singles(form.items());
    String orderNo = numbers.next();
    OrderRules.Standing standing = rules.standing(actor, policy, form.service(), form.holder());
    Refusal.unlessEmpty(
        RefusalKind.RULE, rules.brokenLimits(policy, standing, form.service(), items, orderNo));
    Instant now = clock.instant();
    CertificateOrderRecord row = new CertificateOrderRecord();
    row.setOrderNo(orderNo)
        .setHall(policy.hall())
        .setService(form.service().name())
        .setHolder(form.holder().name())
        .setAccountId(actor.accountId())
        .setOrganisationId(standing.organisationId())
        .setApplicantName(standing.name())
        .setState(OrderState.DRAFT.name())
        .setPayStatus(PayStatus.UNPAID.name())
        .setReviewStatus(ReviewStatus.UNREVIEWED.name())
        .setDeliveryStatus(DeliveryStatus.NONE.name())
        .setInvoiceStatus(InvoiceStatus.NOT_REQUESTED.name())
        .setRound(0)
        .setTotalFen(rules.quote(policy, form.service(), form.holder(), items).totalFen())
        .setStateSince(now)
        .setCreatedAt(now);
    orders.insert(row, form);
    orders.insertItems(orderNo, items);
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
  public void update(Actor actor, String orderNo, OrderForm form, int expectedVersion) {
    Order order = editable(actor, orderNo);
    if (expectedVersion >= 0 && expectedVersion != order.version()) {
      throw Refusal.conflict("STALE_VERSION");
    }
    if (!order.hall().equals(form.hall())
        || order.service() != form.service()
        || order.holder() != form.holder()) {
      throw Refusal.rule("service", "ORDER_KIND_FIXED");
    }
    PublishedPolicy policy = policyOf(order);
    List<ItemForm> items = singles(form.items());
    OrderRules.Standing standing = rules.standing(actor, policy, order.service(), order.holder());
    Refusal.unlessEmpty(
        RefusalKind.RULE, rules.brokenLimits(policy, standing, order.service(), items, orderNo));
    long total = rules.quote(policy, order.service(), order.holder(), items).totalFen();
    orders.change(order, orders.contact(form).total(total));
    orders.replaceItems(orderNo, items);
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
    Order order = editable(actor, orderNo);
    OrderForm.Contact contact = orders.contact(orderNo);
    return new OrderForm(
        order.hall(),
        order.service(),
        order.holder(),
        orders.items(orderNo).stream().map(OrderSubmission::form).toList(),
        contact.agent(),
        contact.delivery(),
        contact.invoice(),
        agreements.list(orderNo));
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

  private static List<ItemForm> singles(List<ItemForm> items) {
    for (int i = 0; i < items.size(); i++) {
      int copies = items.get(i).copies();
      if (copies < 1 || copies > 1000) {
        throw new Refusal(
            RefusalKind.RULE,
            List.of(Problem.of("items[" + i + "].copies", "LIMIT_COPIES", copies)));
      }
    }
    return items.stream()
        .flatMap(item -> Collections.nCopies(item.copies(), item.single()).stream())
        .toList();
  }
}
