package io.certhall.backoffice.api.task;

import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import org.springframework.stereotype.Component;

/** Leads a completed task to the desk of its queue. */
@Component
class TaskDesk {

  private final ProfileReview profiles;
  private final ReviewDecisions reviews;
  private final ProductionDesk production;
  private final ShippingDesk shipping;
  private final PickupDesk pickup;
  private final InboundDesk inbound;
  private final RemoteDesk remote;
  private final TransferChecks transfers;

  TaskDesk(
      ProfileReview profiles,
      ReviewDecisions reviews,
      ProductionDesk production,
      ShippingDesk shipping,
      PickupDesk pickup,
      InboundDesk inbound,
      RemoteDesk remote,
      TransferChecks transfers) {
    this.profiles = profiles;
    this.reviews = reviews;
    this.production = production;
    this.shipping = shipping;
    this.pickup = pickup;
    this.inbound = inbound;
    this.remote = remote;
    this.transfers = transfers;
  }

  void complete(Actor actor, HumanTask task, TaskCompletion done) {
    switch (task.queue()) {
      case PROFILE -> decideProfile(actor, task, done);
      case REVIEW -> reviews.decide(actor, task.id(), done.review());
      case PRODUCTION -> production.produce(actor, task.id(), done.mediumSerial(), done.csrPem());
      case DISPATCH -> shipping.ship(actor, task.id(), done.carrier(), done.trackingNo());
      case PICKUP ->
          pickup.handOver(
              actor, task.id(), done.recipient(), done.idLast4(), done.authorisationLetter());
      case INBOUND -> inbound.receive(actor, task.id(), done.mediumSerial());
      case REMOTE -> remote.finish(actor, task.id(), done.done(), done.note());
      case FINANCE -> transfers.decide(actor, task.id(), done.transfer());
      case ADMINISTRATOR, CORRECT, PAYMENT, RECEIVE, IDENTITY, UPDATE, INSTALL, REPAIR ->
          throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
  }

  private void decideProfile(Actor actor, HumanTask task, TaskCompletion done) {
    if (done.verdict() == Verdict.APPROVE) {
      profiles.approve(actor, task.id());
    } else {
      profiles.reject(actor, task.id(), done.defects());
    }
  }
}
