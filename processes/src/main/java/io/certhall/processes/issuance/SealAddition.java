package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.SEAL;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds seals to a certificate that exists: the pair stays, its seals grow in number. */
@Service
public class SealAddition {

  private final DSLContext dsl;
  private final Orders orders;
  private final CertificateRegister register;
  private final PublishedPolicies policies;
  private final UpdateNotices notices;
  private final OrderHistory history;
  private final Clock clock;

  SealAddition(
      DSLContext dsl,
      Orders orders,
      CertificateRegister register,
      PublishedPolicies policies,
      UpdateNotices notices,
      OrderHistory history,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.register = register;
    this.policies = policies;
    this.notices = notices;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Once: what a first delivery added is left alone.
   *
   * @throws Refusal CONFLICT when the order is not paid, or the certificate can't take seals now
   */
  @Transactional
  public void add(String orderNo, String elementId) {
    Order order = orders.locked(orderNo);
    if (order.state().isEnded()) {
      throw Refusal.conflict("ORDER_ENDED");
    }
    if (order.dueFen() > 0) {
      throw Refusal.conflict("ORDER_NOT_PAID");
    }
    PublishedPolicy policy = policies.version(Objects.requireNonNull(order.policyVersionId()));
    for (Order.Item item : orders.items(orderNo)) {
      if (item.status() != ItemStatus.DONE) {
        add(order, item, policy, elementId);
      }
    }
  }

  private void add(Order order, Order.Item item, PublishedPolicy policy, String elementId) {
    String serial = Objects.requireNonNull(item.certificateSerial());
    HeldCertificate certificate =
        register.find(serial).orElseThrow(() -> Refusal.notFound("CERTIFICATE_UNKNOWN", serial));
    List<String> fresh =
        item.seals().stream().filter(seal -> !certificate.seals().contains(seal)).toList();
    int most = policy.settings().limits().maxSeals();
    int all = certificate.seals().size() + fresh.size();
    if (all > most) {
      throw Refusal.rule("items[" + (item.seq() - 1) + "].seals", "LIMIT_SEALS", most);
    }
    Map<String, String> labels = policy.sealLabels();
    Instant now = clock.instant();
    var insert =
        dsl.insertInto(
            SEAL, SEAL.CERTIFICATE_SERIAL, SEAL.CODE, SEAL.NAME, SEAL.STATE, SEAL.CREATED_AT);
    for (String code : fresh) {
      insert = insert.values(serial, code, labels.getOrDefault(code, code), "NORMAL", now);
    }
    if (!fresh.isEmpty()) {
      insert.execute();
    }
    String names =
        fresh.stream()
            .map(code -> labels.getOrDefault(code, code))
            .collect(Collectors.joining("、"));
    register.move(
        Actor.SYSTEM,
        serial,
        CertificateMove.ADD_SEAL,
        new CertificateRegister.Reason(order.orderNo(), String.join(",", fresh)));
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.STATUS, ItemStatus.DONE.name())
        .where(ORDER_ITEM.ORDER_NO.eq(order.orderNo()), ORDER_ITEM.SEQ.eq(item.seq()))
        .execute();
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            OrderEventKind.CERTIFICATE_CHANGED,
            order.state(),
            order.round(),
            elementId,
            Actor.SYSTEM,
            names + " " + serial));
    notices.sealAdded(order, certificate, names, all);
  }
}
