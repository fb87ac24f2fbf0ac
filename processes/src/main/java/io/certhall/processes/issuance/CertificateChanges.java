package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Cause;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.status.RevocationReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What an approved revocation, loss report, lift or unlocking does to its certificates; once. */
@org.springframework.stereotype.Service
public class CertificateChanges {

  private final DSLContext dsl;
  private final Orders orders;
  private final CertificateRegister register;
  private final UpdateNotices notices;
  private final OrderHistory history;
  private final Clock clock;

  CertificateChanges(
      DSLContext dsl,
      Orders orders,
      CertificateRegister register,
      UpdateNotices notices,
      OrderHistory history,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.register = register;
    this.notices = notices;
    this.history = history;
    this.clock = clock;
  }

  /**
   * A certificate that meanwhile came into another state stays as it is: its item fails and the
   * timeline says why.
   *
   * @throws Refusal RULE when the order's service changes no certificate
   */
  @Transactional
  public void apply(String orderNo, String elementId) {
    Order order = orders.locked(orderNo);
    if (order.state().isEnded()) {
      return;
    }
    CertificateMove move = move(order);
    for (Order.Item item : orders.items(orderNo)) {
      if (item.status() != ItemStatus.DONE && item.status() != ItemStatus.FAILED) {
        apply(order, item, move, elementId);
      }
    }
    Instant dueBy = order.dueBy();
    if (dueBy != null && dueBy.isBefore(clock.instant())) {
      orders.change(order, OrderChange.of().overdue());
    }
  }

  private static CertificateMove move(Order order) {
    return switch (order.service()) {
      case REVOKE -> CertificateMove.REVOKE;
      case REPORT_LOSS -> CertificateMove.SUSPEND;
      case CANCEL_LOSS -> CertificateMove.RELEASE;
      case UNLOCK -> CertificateMove.UNLOCK;
      default -> throw Refusal.rule("service", "SERVICE_CHANGES_NOTHING", order.service());
    };
  }

  private void apply(Order order, Order.Item item, CertificateMove move, String elementId) {
    String serial = String.valueOf(item.certificateSerial());
    Optional<HeldCertificate> found =
        register.find(serial).filter(held -> held.hall().equals(order.hall()));
    if (found.isEmpty()) {
      fail(order, item, elementId, "CERTIFICATE_UNKNOWN", serial);
      return;
    }
    HeldCertificate certificate = found.get();
    boolean doneAtSubmission =
        move == CertificateMove.SUSPEND
            && register
                .lastMoveBy(certificate.serial(), order.orderNo())
                .filter(last -> last == CertificateMove.SUSPEND)
                .isPresent();
    if (!doneAtSubmission) {
      if (!move.isLegalFrom(certificate.state())) {
        fail(order, item, elementId, "CERTIFICATE_" + certificate.state(), serial);
        return;
      }
      register.move(
          Actor.SYSTEM,
          certificate.serial(),
          move,
          new CertificateRegister.Reason(order.orderNo(), null, reason(order)));
    }
    mark(order, item, ItemStatus.DONE);
    append(order, elementId, move + " " + certificate.serial());
    switch (move) {
      case REVOKE -> notices.revoked(order, certificate);
      case RELEASE -> notices.lossLifted(order, certificate);
      default -> {}
    }
  }

  /** What relying parties are told of the cause; null leaves it to the certificate's state. */
  private @Nullable RevocationReason reason(Order order) {
    StatementForm statement =
        order.service() == Service.REVOKE ? orders.contact(order.orderNo()).statement() : null;
    Cause cause = statement == null ? null : statement.cause();
    return switch (cause) {
      case LOST, STOLEN, KEY_COMPROMISED -> RevocationReason.KEY_COMPROMISE;
      case DATA_CHANGED -> RevocationReason.AFFILIATION_CHANGED;
      case null, default -> null;
    };
  }

  private void fail(Order order, Order.Item item, String elementId, String code, String serial) {
    mark(order, item, ItemStatus.FAILED);
    append(order, elementId, "✗ " + RefusalTexts.text(code, List.of(serial), Locale.CHINESE));
  }

  private void mark(Order order, Order.Item item, ItemStatus status) {
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.STATUS, status.name())
        .where(ORDER_ITEM.ORDER_NO.eq(order.orderNo()), ORDER_ITEM.SEQ.eq(item.seq()))
        .execute();
  }

  private void append(Order order, String elementId, String note) {
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            clock.instant(),
            OrderEventKind.CERTIFICATE_CHANGED,
            order.state(),
            order.round(),
            elementId,
            Actor.SYSTEM,
            note));
  }
}
