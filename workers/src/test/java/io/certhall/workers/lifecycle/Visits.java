package io.certhall.workers.lifecycle;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.KeyBridge;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityDecision;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.task.HumanTasks;
import org.jooq.DSLContext;

/** What an applicant can do in the halls; each {@link Visit} is one applicant's. */
record Visits(
    DSLContext dsl,
    PublishedPolicies policies,
    TestAccounts accounts,
    TestOrganisations organisations,
    Orders orders,
    OrderDrafts drafts,
    OrderSubmission submission,
    Attachments attachments,
    Payments payments,
    PaymentSettlement settlement,
    TransferVouchers vouchers,
    IdentityChecks identity,
    IdentityDecision verdict,
    SelfUpdate updates,
    KeyBridge keys,
    ShippingDesk shipping,
    HumanTasks tasks,
    CertificateQuery certificates,
    TimelineQuery timeline) {

  /** An organisation nobody has seen before; approved where the hall asks for that. */
  Visit at(String hall) {
    Actor applicant = accounts.applicant();
    if (policies.active(hall).settings().profileApprovalRequired()) {
      organisations.approved(applicant, hall);
    } else {
      organisations.of(applicant);
    }
    return new Visit(this, hall, applicant);
  }
}
