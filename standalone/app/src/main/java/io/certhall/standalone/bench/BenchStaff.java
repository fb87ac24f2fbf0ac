package io.certhall.standalone.bench;

import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.StaffAccountForm;
import io.certhall.processes.account.StaffAccounts;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.order.Orders;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One applicant and one of each staff, who do a task at once. */
class BenchStaff {

  static final String HALL = "gscamce";
  private static final String PASSWORD = "Bench-Hall-2026";

  private final Actor applicant;
  private final Actor reviewer;
  private final Actor producer;
  private final Actor dispatcher;
  private final ReviewDecisions decisions;
  private final Payments payments;
  private final PaymentSettlement settlement;
  private final ProductionDesk production;
  private final ShippingDesk shipping;

  BenchStaff(
      StaffAccounts staffAccounts,
      Accounts accounts,
      OrganisationProfiles profiles,
      ProfileReview profileReview,
      Orders orders,
      ReviewDecisions decisions,
      Payments payments,
      PaymentSettlement settlement,
      ProductionDesk production,
      ShippingDesk shipping) {
    this.decisions = decisions;
    this.payments = payments;
    this.settlement = settlement;
    this.production = production;
    this.shipping = shipping;
    this.applicant = person(staffAccounts, accounts, "bench-applicant", Role.APPLICANT, 1);
    this.reviewer = person(staffAccounts, accounts, "bench-reviewer", Role.REVIEWER, 2);
    this.producer = person(staffAccounts, accounts, "bench-producer", Role.PRODUCER, 3);
    this.dispatcher = person(staffAccounts, accounts, "bench-dispatcher", Role.DISPATCHER, 4);
    long organisation = profiles.save(applicant, profile()).organisation().id();
    this.approve =
        () -> {
          profiles.submit(applicant, HALL);
          profileReview.approve(reviewer, organisation, HALL);
        };
  }

  private Runnable approve;

  record Task(long id, String orderNo, String queue, int itemSeq) {}

  synchronized Actor applicant() {
    approve.run();
    approve = () -> {};
    return applicant;
  }

  Actor applicantOf(String orderNo) {
    return applicant;
  }

  void work(Task task) {
    switch (task.queue()) {
      case "review" ->
          decisions.decide(
              reviewer,
              task.id(),
              new ReviewDecision(ReviewDecision.Verdict.APPROVE, List.of(), null));
      case "payment" -> pay(task.orderNo());
      case "production" ->
          production.produce(
              producer, task.id(), "BENCH-" + task.orderNo() + "-" + task.itemSeq(), null);
      case "dispatch" -> shipping.ship(dispatcher, task.id(), "顺丰速运", "SF" + task.orderNo());
      case "receive" -> shipping.confirmReceipt(applicant, task.orderNo());
      default -> throw new IllegalStateException("no hands for " + task.queue());
    }
  }

  private void pay(String orderNo) {
    Payment payment = payments.open(applicant, orderNo, PaymentMethod.WECHAT);
    settlement.settle(
        PaymentMethod.WECHAT,
        HALL,
        new PaymentNotification(
            "N" + payment.paymentNo(),
            "nonce",
            payment.paymentNo(),
            "42" + payment.paymentNo(),
            payment.amountFen(),
            "CNY",
            "wx",
            "1900",
            true,
            Instant.now()));
  }

  private static Actor person(
      StaffAccounts staff, Accounts accounts, String name, Role role, int number) {
    return accounts.actor(
        staff.ensure(
            new StaffAccountForm(name, name, PASSWORD, "1390000000" + number, Set.of(role))));
  }

  private static OrganisationForm profile() {
    return new OrganisationForm(
        "甘肃测速工程有限公司",
        "CREDIT_CODE",
        "91620100MA7100001D",
        "王建国",
        "34052419800101001X",
        "13900000011",
        "甘肃省兰州市城关区东岗西路1号",
        "李四",
        "13900000012",
        "甘肃省",
        "兰州市",
        null);
  }
}
