package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

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
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealRegister;
import io.certhall.processes.seal.SealWish;
import io.certhall.processes.seal.SealWishes;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
  private final SealRegister seals;
  private final SealWishes wishes;
  private final PublishedPolicies policies;
  private final UpdateNotices notices;
  private final OrderHistory history;
  private final Clock clock;

  SealAddition(
      DSLContext dsl,
      Orders orders,
      CertificateRegister register,
      SealRegister seals,
      SealWishes wishes,
      PublishedPolicies policies,
      UpdateNotices notices,
      OrderHistory history,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.register = register;
    this.seals = seals;
    this.wishes = wishes;
    this.policies = policies;
    this.notices = notices;
    this.history = history;
    this.clock = clock;
  }

  /**
   * What is to be added to one certificate.
   *
   * @param signingDer the certificate the seals are bound to
   */
  public record Addition(int itemSeq, byte[] signingDer, List<SealWish> wishes) {}

  /** Additions that are not done yet; empty when a first delivery did it all. */
  public List<Addition> open(Order order) {
    List<Addition> open = new ArrayList<>();
    for (Order.Item item : orders.items(order.orderNo())) {
      if (item.status() != ItemStatus.DONE) {
        HeldCertificate certificate = certificate(item);
        SealWishes.Carrier carrier =
            new SealWishes.Carrier(
                item.seq(),
                fresh(item, certificate),
                certificate.organisationName() == null
                    ? certificate.commonName()
                    : certificate.organisationName(),
                certificate.personId() == null ? null : certificate.commonName(),
                null);
        open.add(
            new Addition(
                item.seq(),
                der(certificate.serial()),
                wishes.of(order, List.of(carrier)).getOrDefault(item.seq(), List.of())));
      }
    }
    return open;
  }

  private byte[] der(String serial) {
    return dsl.select(CERTIFICATE.DER)
        .from(CERTIFICATE)
        .where(CERTIFICATE.SERIAL.eq(serial))
        .fetchSingle()
        .value1();
  }

  private HeldCertificate certificate(Order.Item item) {
    String serial = Objects.requireNonNull(item.certificateSerial());
    return register.find(serial).orElseThrow(() -> Refusal.notFound("CERTIFICATE_UNKNOWN", serial));
  }

  private static List<String> fresh(Order.Item item, HeldCertificate certificate) {
    return item.seals().stream().filter(seal -> !certificate.seals().contains(seal)).toList();
  }

  /**
   * Once: what a first delivery added is left alone.
   *
   * @param made by item
   * @throws Refusal CONFLICT when the order is not paid, or the certificate can't take seals now
   */
  @Transactional
  public void add(String orderNo, String elementId, Map<Integer, List<MadeSeal>> made) {
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
        add(order, item, policy, elementId, made.getOrDefault(item.seq(), List.of()));
      }
    }
  }

  private void add(
      Order order, Order.Item item, PublishedPolicy policy, String elementId, List<MadeSeal> made) {
    HeldCertificate certificate = certificate(item);
    String serial = certificate.serial();
    List<String> fresh = fresh(item, certificate);
    if (!made.stream().map(MadeSeal::code).toList().equals(fresh)) {
      throw Refusal.conflict("ISSUED_MEANWHILE");
    }
    int most = policy.settings().limits().maxSeals();
    int all = certificate.seals().size() + fresh.size();
    if (all > most) {
      throw Refusal.rule("items[" + (item.seq() - 1) + "].seals", "LIMIT_SEALS", most);
    }
    Instant now = clock.instant();
    seals.insert(order.orderNo(), Map.of(serial, made), now);
    String names = made.stream().map(MadeSeal::name).collect(Collectors.joining("、"));
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
