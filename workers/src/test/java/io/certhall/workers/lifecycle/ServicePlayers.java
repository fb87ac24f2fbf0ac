package io.certhall.workers.lifecycle;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static org.awaitility.Awaitility.await;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyBridge;
import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.issuance.SelfUpdate;
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
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody around the services of all halls: each state of an order is somebody's move. */
class ServicePlayers {

  final TestAccounts accounts;
  final TestOrganisations organisations;
  private final DSLContext dsl;
  private final Orders orders;
  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final Attachments attachments;
  private final ReviewDecisions decisions;
  private final Payments payments;
  private final PaymentSettlement settlement;
  private final ProductionDesk production;
  private final ShippingDesk shipping;
  private final PickupDesk pickup;
  private final SelfUpdate updates;
  private final InboundDesk inbound;
  private final RemoteDesk remote;
  private final KeyBridge bridge;
  private final HumanTasks tasks;
  private final CertificateRegister certificates;
  private final PublishedPolicies policies;
  private final TransactionTemplate transaction;

  ServicePlayers(
      TestAccounts accounts,
      TestOrganisations organisations,
      DSLContext dsl,
      Orders orders,
      OrderDrafts drafts,
      OrderSubmission submission,
      Attachments attachments,
      ReviewDecisions decisions,
      Payments payments,
      PaymentSettlement settlement,
      ProductionDesk production,
      ShippingDesk shipping,
      PickupDesk pickup,
      SelfUpdate updates,
      InboundDesk inbound,
      RemoteDesk remote,
      KeyBridge bridge,
      HumanTasks tasks,
      CertificateRegister certificates,
      PublishedPolicies policies,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.dsl = dsl;
    this.orders = orders;
    this.drafts = drafts;
    this.submission = submission;
    this.attachments = attachments;
    this.decisions = decisions;
    this.payments = payments;
    this.settlement = settlement;
    this.production = production;
    this.shipping = shipping;
    this.pickup = pickup;
    this.updates = updates;
    this.inbound = inbound;
    this.remote = remote;
    this.bridge = bridge;
    this.tasks = tasks;
    this.certificates = certificates;
    this.policies = policies;
    this.transaction = transaction;
  }

  /** An organisation that the hall has approved, where it asks for that. */
  Actor organisation(String hall) {
    Actor applicant = accounts.applicant();
    if (policies.active(hall).settings().profileApprovalRequired()) {
      organisations.approved(applicant, hall);
    } else {
      organisations.of(applicant);
    }
    return applicant;
  }

  static ItemForm item(CertificateType type, int years, String... seals) {
    return new ItemForm(type, null, years, 1, List.of(seals), false, null);
  }

  static ItemForm of(String serial) {
    return of(serial, 0);
  }

  static ItemForm of(String serial, int years, String... seals) {
    return new ItemForm(null, null, years, 1, List.of(seals), false, serial);
  }

  /** A complete form for this hall; an individual applies for himself. */
  OrderForm form(String hall, Service service, Holder holder, ItemForm... items) {
    HallSettings settings = policies.active(hall).settings();
    List<String> methods = settings.delivery(service.name());
    DeliveryMethod method = methods.isEmpty() ? null : DeliveryMethod.valueOf(methods.getFirst());
    return new OrderForm(
            hall,
            service,
            holder,
            List.of(items),
            new OrderForm.AgentForm("李四", Fresh.idNo(), Fresh.phone(), "agent@example.com"),
            new OrderForm.DeliveryForm(method, "李四", Fresh.phone(), "江苏省/宿迁市/宿城区", "示例路1号"),
            new OrderForm.InvoiceForm(InvoiceKind.NONE, null, null, null, null, null, null, null),
            settings.agreements().stream()
                .map(one -> new OrderForm.AgreementForm(one.code(), one.version(), null))
                .toList())
        .withAnswers(Applications.ANSWERS);
  }

  String submits(Actor applicant, OrderForm form) {
    String orderNo = drafts.create(applicant, form);
    attaches(applicant, orderNo);
    submission.submit(applicant, orderNo);
    return orderNo;
  }

  private void attaches(Actor applicant, String orderNo) {
    for (var material : attachments.materials(applicant, orderNo)) {
      dsl.insertInto(ATTACHMENT)
          .set(ATTACHMENT.ORDER_NO, orderNo)
          .set(ATTACHMENT.CODE, material.code())
          .set(ATTACHMENT.FILE_NAME, "scan." + material.formats().getFirst())
          .set(ATTACHMENT.FORMAT, material.formats().getFirst())
          .set(ATTACHMENT.SIZE_BYTES, 1L)
          .set(ATTACHMENT.SHA256, new byte[32])
          .set(ATTACHMENT.ROUND, 0)
          .set(ATTACHMENT.UPLOADED_AT, Instant.now())
          .set(ATTACHMENT.UPLOADED_BY, applicant.accountId())
          .execute();
    }
  }

  /** A new certificate, all the way; its signing serial. */
  String issued(Actor applicant, OrderForm form) {
    String orderNo = submits(applicant, form);
    runs(applicant, orderNo, OrderState.COMPLETED);
    return issuedFor(orderNo, 1).serial();
  }

  HeldCertificate issuedFor(String orderNo, int seq) {
    return certificates.issuedFor(orderNo).get(seq);
  }

  HeldCertificate certificate(String serial) {
    return certificates.find(serial).orElseThrow();
  }

  CertificateState state(String serial) {
    return certificate(serial).state();
  }

  void endsIn(String serial, Duration time) {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.NOT_AFTER, Instant.now().plus(time))
        .where(CERTIFICATE.SERIAL.in(serial, certificate(serial).pairSerial()))
        .execute();
  }

  Order order(String orderNo) {
    return orders.find(orderNo).orElseThrow();
  }

  /** Everybody does his part until the order is where the test wants it. */
  void runs(Actor applicant, String orderNo, OrderState goal) {
    while (order(orderNo).state() != goal) {
      awaitsSomebody(orderNo);
      OrderState now = order(orderNo).state();
      if (now == goal) {
        break;
      }
      if (now.isEnded()) {
        throw new AssertionError(orderNo + " ended as " + now + " before " + goal);
      }
      moves(applicant, orderNo);
    }
    if (!goal.isEnded()) {
      awaitsSomebody(orderNo);
    }
  }

  /** A step of the order's present state is open, or the order is over. */
  void awaitsSomebody(String orderNo) {
    await()
        .alias(orderNo + " waits for somebody")
        .atMost(Duration.ofSeconds(90))
        .until(() -> order(orderNo).state().isEnded() || !openTasks(orderNo).isEmpty());
  }

  private record Open(long id, TaskQueue queue, int itemSeq) {}

  private List<Open> openTasks(String orderNo) {
    return dsl.select(HUMAN_TASK.ID, HUMAN_TASK.QUEUE, HUMAN_TASK.ITEM_SEQ)
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.ORDER_NO.eq(orderNo), HUMAN_TASK.STATE.eq("OPEN"))
        .orderBy(HUMAN_TASK.ID)
        .fetch(row -> new Open(row.value1(), TaskQueue.ofCode(row.value2()), row.value3()));
  }

  long task(String orderNo, TaskQueue queue) {
    await()
        .alias(orderNo + " waits in " + queue)
        .atMost(Duration.ofSeconds(90))
        .until(() -> waits(orderNo, queue));
    return openTasks(orderNo).stream()
        .filter(open -> open.queue() == queue)
        .findFirst()
        .orElseThrow()
        .id();
  }

  boolean waits(String orderNo, TaskQueue queue) {
    return openTasks(orderNo).stream().anyMatch(open -> open.queue() == queue);
  }

  int waiting(String orderNo, TaskQueue queue) {
    return (int) openTasks(orderNo).stream().filter(open -> open.queue() == queue).count();
  }

  private void moves(Actor applicant, String orderNo) {
    List<Open> open = openTasks(orderNo);
    if (open.isEmpty()) {
      return;
    }
    Open first = open.getFirst();
    switch (first.queue()) {
      case REVIEW -> approves(first.id());
      case PAYMENT -> pays(applicant, orderNo);
      case PRODUCTION -> open.forEach(one -> produces(orderNo, one));
      case DISPATCH ->
          shipping.ship(accounts.staff(Role.DISPATCHER), first.id(), "顺丰速运", "SF1234567890");
      case RECEIVE -> shipping.confirmReceipt(applicant, orderNo);
      case PICKUP ->
          pickup.handOver(accounts.staff(Role.DISPATCHER), first.id(), "王五", "001X", true);
      case INBOUND -> receives(first.id(), oldKeys(orderNo));
      case UPDATE -> open.forEach(one -> reads(applicant, orderNo, one.itemSeq()));
      case INSTALL ->
          open.forEach(one -> updates.report(applicant, orderNo, one.itemSeq(), true, null));
      case REMOTE -> finishes(first.id(), true, "已重置");
      case IDENTITY -> proves(applicant, orderNo);
      default -> throw new AssertionError("nobody for " + first);
    }
  }

  private void approves(long taskId) {
    decisions.decide(
        accounts.staff(Role.REVIEWER),
        taskId,
        new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
  }

  void pays(Actor applicant, String orderNo) {
    PaymentMethod method =
        PaymentMethod.valueOf(
            policies.active(order(orderNo).hall()).settings().paymentMethods().getFirst());
    Payment payment = payments.open(applicant, orderNo, method);
    settlement.settle(
        method,
        payment.hall(),
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

  private void produces(String orderNo, Open task) {
    Order order = order(orderNo);
    String own =
        order.service() == Service.ADD_SEAL
            ? oldKey(orderNo, task.itemSeq())
            : "KEY-" + orderNo + "-" + task.itemSeq();
    production.produce(accounts.staff(Role.PRODUCER), task.id(), own, null);
  }

  void receives(long taskId, String serials) {
    inbound.receive(accounts.staff(Role.DISPATCHER), taskId, serials);
  }

  void announces(Actor applicant, String orderNo) {
    inbound.announce(applicant, orderNo, "顺丰速运", "SF9876543210");
  }

  void reads(Actor applicant, String orderNo, int seq) {
    updates.read(applicant, orderNo, seq, bridge.read(applicant, source(orderNo, seq)));
  }

  void finishes(long taskId, boolean done, @Nullable String note) {
    remote.finish(accounts.staff(Role.PRODUCER), taskId, done, note);
  }

  /** The identity check has tests of its own. */
  private void proves(Actor applicant, String orderNo) {
    transaction.executeWithoutResult(
        status -> {
          Order order = orders.locked(orderNo);
          tasks.complete(
              applicant,
              tasks.waiting(orderNo, TaskQueue.IDENTITY).orElseThrow(),
              order,
              "VERIFIED",
              Map.of());
        });
  }

  private String source(String orderNo, int seq) {
    return String.valueOf(orders.items(orderNo).get(seq - 1).certificateSerial());
  }

  private String oldKey(String orderNo, int seq) {
    return String.valueOf(certificate(source(orderNo, seq)).mediumSerial());
  }

  private String oldKeys(String orderNo) {
    return String.join(
        ",", orders.items(orderNo).stream().map(item -> oldKey(orderNo, item.seq())).toList());
  }
}
