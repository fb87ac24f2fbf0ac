package io.certhall.workers.lifecycle;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The people around an order: what each of them does when it is his turn. */
class OrderPlayers {

  private static final String HALL = "gscamce";

  final Actor applicant;
  final Actor reviewer;
  final Actor producer;
  final Actor dispatcher;
  private final DSLContext dsl;
  private final Orders orders;
  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final ReviewDecisions decisions;
  private final Payments payments;
  private final PaymentSettlement settlement;
  private final ProductionDesk production;
  private final ShippingDesk shipping;
  private final PickupDesk pickup;
  private final TaskQuery tasks;
  private final TestOrganisations organisations;
  private boolean approved;

  OrderPlayers(
      DSLContext dsl,
      Orders orders,
      OrderDrafts drafts,
      OrderSubmission submission,
      ReviewDecisions decisions,
      Payments payments,
      PaymentSettlement settlement,
      ProductionDesk production,
      ShippingDesk shipping,
      PickupDesk pickup,
      TaskQuery tasks,
      TestAccounts accounts,
      TestOrganisations organisations) {
    this.dsl = dsl;
    this.orders = orders;
    this.drafts = drafts;
    this.submission = submission;
    this.decisions = decisions;
    this.payments = payments;
    this.settlement = settlement;
    this.production = production;
    this.shipping = shipping;
    this.pickup = pickup;
    this.tasks = tasks;
    this.applicant = accounts.applicant();
    this.organisations = organisations;
    this.reviewer = accounts.staff(Role.REVIEWER);
    this.producer = accounts.staff(Role.PRODUCER);
    this.dispatcher = accounts.staff(Role.DISPATCHER);
  }

  static ItemForm item(CertificateType type, String... seals) {
    return new ItemForm(type, null, 1, 1, List.of(seals), false, null);
  }

  static OrderForm form(DeliveryMethod delivery, ItemForm... items) {
    return new OrderForm(
        HALL,
        Service.NEW,
        Holder.ORGANISATION,
        List.of(items),
        new OrderForm.AgentForm("李四", Fresh.idNo(), Fresh.phone(), "agent@example.com"),
        new OrderForm.DeliveryForm(delivery, "李四", Fresh.phone(), "甘肃省/兰州市/城关区", "东岗西路1号"),
        new OrderForm.InvoiceForm(InvoiceKind.NONE, null, null, null, null, null, null, null),
        List.of(new OrderForm.AgreementForm("SERVICE", "2026-1", null)));
  }

  static OrderForm invoicedTo(String title, OrderForm form) {
    return new OrderForm(
        form.hall(),
        form.service(),
        form.holder(),
        form.items(),
        form.agent(),
        form.delivery(),
        new OrderForm.InvoiceForm(
            InvoiceKind.NORMAL, title, Fresh.creditCode(), null, null, null, null, null),
        form.agreements());
  }

  String submits(DeliveryMethod delivery, ItemForm... items) {
    return submits(form(delivery, items));
  }

  String submits(OrderForm form) {
    approveOnce();
    String orderNo = drafts.create(applicant, form);
    attaches(orderNo, form.items().size());
    submission.submit(applicant, orderNo);
    return orderNo;
  }

  /** Not in the constructor: policies are published when the context has started. */
  private synchronized void approveOnce() {
    if (!approved) {
      organisations.approved(applicant, HALL);
      approved = true;
    }
  }

  private void attaches(String orderNo, int items) {
    List<String> codes =
        new java.util.ArrayList<>(
            List.of("APPLICATION_FORM", "POWER_OF_ATTORNEY", "SERVICE_AGREEMENT"));
    for (int seq = 1; seq <= items; seq++) {
      codes.add("SEAL_IMAGE-" + seq);
    }
    for (String code : codes) {
      dsl.insertInto(ATTACHMENT)
          .set(ATTACHMENT.ORDER_NO, orderNo)
          .set(ATTACHMENT.CODE, code)
          .set(ATTACHMENT.FILE_NAME, code + ".pdf")
          .set(ATTACHMENT.FORMAT, "pdf")
          .set(ATTACHMENT.SIZE_BYTES, 1L)
          .set(ATTACHMENT.SHA256, new byte[32])
          .set(ATTACHMENT.ROUND, 0)
          .set(ATTACHMENT.UPLOADED_AT, Instant.now())
          .set(ATTACHMENT.UPLOADED_BY, applicant.accountId())
          .execute();
    }
  }

  void approves(String orderNo) {
    approves(task(reviewer, TaskQueue.REVIEW, orderNo));
  }

  void approves(TaskRow task) {
    decisions.decide(
        reviewer, task.id(), new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
  }

  void rejects(String orderNo, String reason) {
    decisions.decide(
        reviewer,
        task(reviewer, TaskQueue.REVIEW, orderNo).id(),
        new ReviewDecision(
            ReviewDecision.Verdict.REJECT,
            List.of(new ReviewDecision.Reason("materials.APPLICATION_FORM", "OTHER", reason)),
            null));
  }

  void resubmits(String orderNo) {
    submission.submit(applicant, orderNo);
  }

  PaymentSettlement.Outcome pays(String orderNo) {
    Payment payment = payments.open(applicant, orderNo, PaymentMethod.WECHAT);
    return reportPaid(payment);
  }

  Payment opensPayment(String orderNo) {
    return payments.open(applicant, orderNo, PaymentMethod.WECHAT);
  }

  PaymentSettlement.Outcome reportPaid(Payment payment) {
    return settlement.settle(
        PaymentMethod.WECHAT,
        HALL,
        new PaymentNotification(
            UUID.randomUUID().toString(),
            "nonce",
            payment.paymentNo(),
            "4200" + payment.paymentNo(),
            payment.amountFen(),
            "CNY",
            "wx",
            "1900",
            true,
            Instant.now()));
  }

  void produces(String orderNo) {
    for (TaskRow task : allTasks(producer, TaskQueue.PRODUCTION, orderNo)) {
      production.produce(producer, task.id(), "KEY-" + orderNo + "-" + task.itemSeq(), null);
    }
  }

  void ships(String orderNo) {
    shipping.ship(
        dispatcher, task(dispatcher, TaskQueue.DISPATCH, orderNo).id(), "顺丰速运", "SF1234567890");
  }

  void receives(String orderNo) {
    shipping.confirmReceipt(applicant, orderNo);
  }

  void handsOver(String orderNo) {
    pickup.handOver(dispatcher, task(dispatcher, TaskQueue.PICKUP, orderNo).id(), "王五", "001X");
  }

  Order reaches(String orderNo, OrderState state) {
    await()
        .alias(orderNo + " reaches " + state)
        .atMost(Duration.ofSeconds(60))
        .until(() -> order(orderNo).state() == state && ready(orderNo, state));
    return order(orderNo);
  }

  /** The state is shown as soon as it is known; the step behind it may arrive a moment later. */
  private boolean ready(String orderNo, OrderState state) {
    return state.isEnded() || !allOpen(orderNo).isEmpty();
  }

  Order order(String orderNo) {
    return orders.find(orderNo).orElseThrow();
  }

  private List<Long> allOpen(String orderNo) {
    return dsl.select(io.certhall.db.generated.Tables.HUMAN_TASK.ID)
        .from(io.certhall.db.generated.Tables.HUMAN_TASK)
        .where(
            io.certhall.db.generated.Tables.HUMAN_TASK.ORDER_NO.eq(orderNo),
            io.certhall.db.generated.Tables.HUMAN_TASK.STATE.eq("OPEN"))
        .fetch(io.certhall.db.generated.Tables.HUMAN_TASK.ID);
  }

  TaskRow task(Actor actor, TaskQueue queue, String orderNo) {
    return allTasks(actor, queue, orderNo).getFirst();
  }

  List<TaskRow> allTasks(Actor actor, TaskQueue queue, String orderNo) {
    return tasks.page(actor, new TaskQuery.Filter(queue, null, orderNo, false, null), 0, 50);
  }
}
