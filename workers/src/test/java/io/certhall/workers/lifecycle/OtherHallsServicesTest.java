package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.ServicePlayers.item;
import static io.certhall.workers.lifecycle.ServicePlayers.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.Cause;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One way of each template of the other halls, on the real engine. */
@LifecycleTest
class OtherHallsServicesTest {

  private final ServicePlayers players;
  private final SelfUpdate updates;
  private final TimelineQuery timeline;

  OtherHallsServicesTest(ServicePlayers players, SelfUpdate updates, TimelineQuery timeline) {
    this.players = players;
    this.updates = updates;
    this.timeline = timeline;
  }

  private OrderForm form(String hall, Service service, ItemForm... items) {
    return players.form(hall, service, Holder.ORGANISATION, items);
  }

  private List<OrderState> states(String orderNo) {
    return timeline.of(orderNo).stream().map(entry -> entry.state()).distinct().toList();
  }

  @Test
  @Tag("CFCA-05")
  @Tag("CFCA-07")
  @Tag("CFCA-21")
  @Tag("Q7")
  void cfca_serves_a_person_without_an_organisation_and_revokes_his_certificate() {
    Actor person = players.accounts.applicant();
    OrderForm form =
        players
            .form(
                "cfca-suqian",
                Service.NEW,
                Holder.PERSON,
                item(CertificateType.PERSON, 1, "SIGNATURE"))
            .withPerson(
                new OrderForm.PersonForm(
                    "王小明",
                    IdentityDocument.RESIDENT_ID,
                    Fresh.idNo(),
                    Fresh.phone(),
                    "wang@example.com"));
    String newOrder = players.submits(person, form);
    assertThat(players.order(newOrder).totalFen()).isEqualTo(12000);
    players.runs(person, newOrder, OrderState.COMPLETED);
    String serial = players.issuedFor(newOrder, 1).serial();
    assertThat(players.certificate(serial).commonName()).isEqualTo("王小明");

    String orderNo =
        players.submits(
            person, players.form("cfca-suqian", Service.REVOKE, Holder.PERSON, of(serial)));
    players.runs(person, orderNo, OrderState.COMPLETED);
    assertThat(players.order(orderNo).payStatus()).isEqualTo(PayStatus.FREE);
    assertThat(players.state(serial)).isEqualTo(CertificateState.REVOKED);
  }

  @Test
  @Tag("AC-23")
  @Tag("AC-24")
  @Tag("AC-27")
  @Tag("AC-29")
  @Tag("E8")
  @Tag("Q5")
  void gx_takes_money_before_review_exchanges_keys_for_free_and_flags_late_revocations() {
    Actor unit = players.organisation("gxca-suqian");
    String newOrder =
        players.submits(
            unit,
            form(
                "gxca-suqian",
                Service.NEW,
                item(CertificateType.ORG, 1, "OFFICIAL"),
                item(CertificateType.ORG, 1),
                item(CertificateType.ORG, 1)));
    assertThat(players.order(newOrder).totalFen()).isEqualTo(55000);
    players.runs(unit, newOrder, OrderState.PAYMENT_PENDING);
    assertThat(players.waits(newOrder, TaskQueue.REVIEW)).isFalse();
    players.runs(unit, newOrder, OrderState.COMPLETED);
    assertThat(states(newOrder))
        .containsSubsequence(
            OrderState.PAYMENT_PENDING, OrderState.REVIEW_PENDING, OrderState.ISSUE_PENDING);
    assertThat(players.issuedFor(newOrder, 1).secondaryLock()).isFalse();
    assertThat(players.issuedFor(newOrder, 2).secondaryLock()).isTrue();

    String main = players.issuedFor(newOrder, 1).serial();
    String exchange = players.submits(unit, form("gxca-suqian", Service.EXCHANGE, of(main)));
    players.runs(unit, exchange, OrderState.KEY_INBOUND);
    players.announces(unit, exchange);
    long receipt = players.task(exchange, TaskQueue.INBOUND);
    assertThatThrownBy(() -> players.receives(receipt, "WRONG-KEY-1"))
        .hasMessageContaining("KEY_MISMATCH");
    players.runs(unit, exchange, OrderState.COMPLETED);
    assertThat(players.order(exchange).payStatus()).isEqualTo(PayStatus.FREE);
    assertThat(players.state(main)).isEqualTo(CertificateState.REPLACED);
    assertThat(players.issuedFor(exchange, 1).secondaryLock()).isFalse();
    assertThat(players.issuedFor(exchange, 1).seals()).containsExactly("OFFICIAL");

    String second = players.issuedFor(newOrder, 2).serial();
    String revocation =
        players.submits(
            unit,
            form("gxca-suqian", Service.REVOKE, of(second))
                .withStatement(
                    new OrderForm.StatementForm(
                        Cause.KEY_COMPROMISED, Instant.now().minus(Duration.ofHours(9)), null)));
    players.runs(unit, revocation, OrderState.COMPLETED);
    assertThat(players.order(revocation).late()).isTrue();
    assertThat(players.order(revocation).dueBy()).isNotNull();
    assertThat(players.order(revocation).overdue()).isFalse();
    assertThat(players.state(second)).isEqualTo(CertificateState.REVOKED);
  }

  @Test
  @Tag("AC-34")
  @Tag("SD-35")
  @Tag("SD-38")
  @Tag("SD-36")
  @Tag("SD-39")
  void sd_unlocks_in_a_remote_session_and_lifts_a_loss_only_after_review() {
    Actor unit = players.organisation("sdca");
    String serial =
        players.issued(unit, form("sdca", Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));

    String unlock = players.submits(unit, form("sdca", Service.UNLOCK, of(serial)));
    players.runs(unit, unlock, OrderState.REMOTE_PENDING);
    players.finishes(players.task(unlock, TaskQueue.REMOTE), false, "对方未上线");
    players.task(unlock, TaskQueue.REMOTE);
    players.runs(unit, unlock, OrderState.COMPLETED);
    assertThat(players.state(serial)).isEqualTo(CertificateState.NORMAL);

    String loss = players.submits(unit, form("sdca", Service.REPORT_LOSS, of(serial)));
    assertThat(players.state(serial)).isEqualTo(CertificateState.SUSPENDED);
    players.runs(unit, loss, OrderState.COMPLETED);
    String lift = players.submits(unit, form("sdca", Service.CANCEL_LOSS, of(serial)));
    players.runs(unit, lift, OrderState.REVIEW_PENDING);
    assertThat(players.state(serial)).isEqualTo(CertificateState.SUSPENDED);
    players.runs(unit, lift, OrderState.COMPLETED);
    assertThat(players.state(serial)).isEqualTo(CertificateState.NORMAL);
  }

  @Test
  @Tag("SD-31")
  @Tag("SD-34")
  void sd_renews_in_two_steps_certificate_and_seal_authorisation() {
    Actor unit = players.organisation("sdca");
    String serial =
        players.issued(unit, form("sdca", Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));
    players.endsIn(serial, Duration.ofDays(30));
    String orderNo = players.submits(unit, form("sdca", Service.RENEW, of(serial, 1)));
    players.runs(unit, orderNo, OrderState.UPDATE_PENDING);
    players.task(orderNo, TaskQueue.UPDATE);
    players.reads(unit, orderNo, 1);
    long certificate = players.task(orderNo, TaskQueue.INSTALL);
    updates.report(unit, orderNo, 1, true, null);
    players.awaitsSomebody(orderNo);
    long authorisation = players.task(orderNo, TaskQueue.INSTALL);
    assertThat(authorisation).isNotEqualTo(certificate);
    players.runs(unit, orderNo, OrderState.COMPLETED);
    assertThat(players.state(serial)).isEqualTo(CertificateState.REPLACED);
  }

  @Test
  @Tag("ZR-05")
  @Tag("ZR-28")
  void zr_renews_four_certificates_for_nothing_and_waits_for_the_last_key() {
    Actor unit = players.organisation("chinagas");
    long first = players.organisations.person(unit, "赵一");
    long second = players.organisations.person(unit, "钱二");
    String newOrder =
        players.submits(
            unit,
            form(
                "chinagas",
                Service.NEW,
                item(CertificateType.ORG, 1, "OFFICIAL"),
                item(CertificateType.LEGAL_REP, 1),
                new ItemForm(CertificateType.ORG_PERSON, first, 1, 1, List.of(), false, null),
                new ItemForm(CertificateType.ORG_PERSON, second, 1, 1, List.of(), false, null)));
    players.runs(unit, newOrder, OrderState.COMPLETED);
    ItemForm[] items = new ItemForm[4];
    for (int seq = 1; seq <= 4; seq++) {
      String serial = players.issuedFor(newOrder, seq).serial();
      players.endsIn(serial, Duration.ofDays(20));
      items[seq - 1] = of(serial, 1);
    }

    String orderNo = players.submits(unit, form("chinagas", Service.RENEW, items));
    assertThat(players.order(orderNo).payStatus()).isEqualTo(PayStatus.FREE);
    assertThat(players.order(orderNo).state()).isEqualTo(OrderState.REVIEW_PENDING);
    players.runs(unit, orderNo, OrderState.UPDATE_PENDING);
    players.task(orderNo, TaskQueue.UPDATE);
    assertThat(states(orderNo)).doesNotContain(OrderState.PAYMENT_PENDING);
    assertThat(players.waiting(orderNo, TaskQueue.UPDATE)).isEqualTo(4);
    for (int seq = 1; seq <= 4; seq++) {
      players.reads(unit, orderNo, seq);
    }
    players.task(orderNo, TaskQueue.INSTALL);
    for (int seq = 1; seq <= 3; seq++) {
      updates.report(unit, orderNo, seq, true, null);
    }
    assertThat(players.order(orderNo).state()).isEqualTo(OrderState.UPDATE_PENDING);
    players.runs(unit, orderNo, OrderState.COMPLETED);
    assertThat(players.issuedFor(orderNo, 4).commonName()).isEqualTo("钱二");
  }

  @Test
  @Tag("SZ-12")
  @Tag("SZ-35")
  @Tag("SZ-39")
  void sz_checks_the_identity_first_then_takes_the_money_then_reviews() {
    Actor unit = players.organisation("szca-hunan");
    String orderNo =
        players.submits(
            unit, form("szca-hunan", Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")));
    assertThat(players.order(orderNo).state()).isEqualTo(OrderState.IDENTITY_PENDING);
    assertThat(players.order(orderNo).totalFen()).isEqualTo(35000);
    players.runs(unit, orderNo, OrderState.COMPLETED);
    assertThat(states(orderNo))
        .containsSubsequence(
            OrderState.IDENTITY_PENDING,
            OrderState.PAYMENT_PENDING,
            OrderState.REVIEW_PENDING,
            OrderState.ISSUE_PENDING,
            OrderState.COMPLETED);
  }
}
