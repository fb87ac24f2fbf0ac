package io.certhall.workers.lifecycle;

import static org.awaitility.Awaitility.await;

import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.payment.TransferDecision;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people who work in the halls: what each of them does when it is his turn. */
class HallStaff {

  final Actor reviewer;
  final Actor producer;
  final Actor dispatcher;
  final Actor finance;
  private final TaskQuery tasks;
  private final ReviewDecisions decisions;
  private final ProductionDesk production;
  private final ShippingDesk shipping;
  private final PickupDesk pickup;
  private final InboundDesk inbound;
  private final RemoteDesk remote;
  private final TransferChecks transfers;

  HallStaff(
      TestAccounts accounts,
      TaskQuery tasks,
      ReviewDecisions decisions,
      ProductionDesk production,
      ShippingDesk shipping,
      PickupDesk pickup,
      InboundDesk inbound,
      RemoteDesk remote,
      TransferChecks transfers) {
    this.reviewer = accounts.staff(Role.REVIEWER);
    this.producer = accounts.staff(Role.PRODUCER);
    this.dispatcher = accounts.staff(Role.DISPATCHER);
    this.finance = accounts.staff(Role.FINANCE);
    this.tasks = tasks;
    this.decisions = decisions;
    this.production = production;
    this.shipping = shipping;
    this.pickup = pickup;
    this.inbound = inbound;
    this.remote = remote;
    this.transfers = transfers;
  }

  void approves(String orderNo) {
    decisions.decide(
        reviewer,
        task(reviewer, TaskQueue.REVIEW, orderNo).id(),
        new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
  }

  void rejects(String orderNo, String field, String reason) {
    decisions.decide(
        reviewer,
        task(reviewer, TaskQueue.REVIEW, orderNo).id(),
        new ReviewDecision(
            ReviewDecision.Verdict.REJECT,
            List.of(new ReviewDecision.Reason(field, "OTHER", reason)),
            null));
  }

  /** Finance finds the money on the bank statement. */
  void confirmsTransfer(String orderNo, long amountFen) {
    transfers.decide(
        finance,
        task(finance, TaskQueue.FINANCE, orderNo).id(),
        TransferDecision.confirm(amountFen));
  }

  /** Writes each certificate to a new key. */
  void produces(String orderNo) {
    task(producer, TaskQueue.PRODUCTION, orderNo);
    for (TaskRow task : tasks(producer, TaskQueue.PRODUCTION, orderNo)) {
      production.produce(producer, task.id(), keyOf(orderNo, task.itemSeq()), null);
    }
  }

  /** Writes to this key. */
  void writes(String orderNo, @Nullable String keySerial) {
    production.produce(
        producer, task(producer, TaskQueue.PRODUCTION, orderNo).id(), keySerial, null);
  }

  static String keyOf(String orderNo, int itemSeq) {
    return "KEY-" + orderNo + "-" + itemSeq;
  }

  void ships(String orderNo) {
    shipping.ship(
        dispatcher, task(dispatcher, TaskQueue.DISPATCH, orderNo).id(), "顺丰速运", "SF1234567890");
  }

  void handsOver(String orderNo, String recipient, String idLast4, boolean letterSeen) {
    pickup.handOver(
        dispatcher,
        task(dispatcher, TaskQueue.PICKUP, orderNo).id(),
        recipient,
        idLast4,
        letterSeen);
  }

  void receivesKey(String orderNo, String keySerial) {
    inbound.receive(dispatcher, task(dispatcher, TaskQueue.INBOUND, orderNo).id(), keySerial);
  }

  void holdsSession(String orderNo, boolean done, String note) {
    remote.finish(producer, task(producer, TaskQueue.REMOTE, orderNo).id(), done, note);
  }

  TaskRow task(Actor actor, TaskQueue queue, String orderNo) {
    return await()
        .alias(queue + " of " + orderNo)
        .atMost(Duration.ofSeconds(60))
        .until(() -> tasks(actor, queue, orderNo), found -> !found.isEmpty())
        .getFirst();
  }

  List<TaskRow> tasks(Actor actor, TaskQueue queue, String orderNo) {
    return tasks.page(actor, new TaskQuery.Filter(queue, null, orderNo, false, null), 0, 50);
  }
}
