package io.certhall.processes.application;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A certificate reported lost, or to be replaced, can't be used from the submission on (G-16,
 * G-62). A replacement given up gives it back; a loss report does not: only a lift that staff have
 * checked does.
 */
@Component
class LossSuspension implements OrderEndListener {

  private static final String REPORTED = "MSG-62";

  private final CertificateRegister register;
  private final Orders orders;
  private final Notifications notifications;
  private final PublishedPolicies policies;

  LossSuspension(
      CertificateRegister register,
      Orders orders,
      Notifications notifications,
      PublishedPolicies policies) {
    this.register = register;
    this.orders = orders;
    this.notifications = notifications;
    this.policies = policies;
  }

  /** Suspends the applicant's own certificates; what is not in his list waits for staff. */
  void onSubmission(Actor actor, Order order, List<Order.Item> items) {
    if (!ServiceMoves.suspends(order.service())) {
      return;
    }
    for (HeldCertificate certificate : own(order, serials(items))) {
      if (certificate.state() == CertificateState.SUSPENDED) {
        continue;
      }
      register.move(
          actor,
          certificate.serial(),
          CertificateMove.SUSPEND,
          CertificateRegister.Reason.ofOrder(order.orderNo()));
      if (order.service() == Service.REPORT_LOSS && tells(order)) {
        notifications.aboutOrder(
            order,
            REPORTED,
            REPORTED + ":" + order.orderNo() + ":" + certificate.serial(),
            Map.of("serial", certificate.serial(), "certName", certificate.commonName()));
      }
    }
  }

  private boolean tells(Order order) {
    return policies
        .under(order.hall(), order.policyVersionId())
        .messages()
        .find(REPORTED)
        .isPresent();
  }

  /** A rejected replacement now names other certificates: the former ones are given back. */
  void releaseDropped(Actor actor, Order order, List<ItemForm> now) {
    if (order.service() != Service.REPLACE || order.round() == 0) {
      return;
    }
    List<String> kept =
        now.stream().map(ItemForm::certificateSerial).filter(Objects::nonNull).toList();
    release(
        actor,
        order,
        serials(orders.items(order.orderNo())).stream()
            .filter(serial -> !kept.contains(serial))
            .toList());
  }

  @Override
  public void orderEnded(Actor actor, Order order) {
    if (order.service() == Service.REPLACE) {
      release(actor, order, serials(orders.items(order.orderNo())));
    }
  }

  private void release(Actor actor, Order order, Collection<String> serials) {
    for (HeldCertificate certificate : own(order, serials)) {
      boolean ours =
          register
              .lastMoveBy(certificate.serial(), order.orderNo())
              .filter(move -> move == CertificateMove.SUSPEND)
              .isPresent();
      if (ours) {
        register.move(
            actor,
            certificate.serial(),
            CertificateMove.RELEASE,
            CertificateRegister.Reason.ofOrder(order.orderNo()));
      }
    }
  }

  private List<HeldCertificate> own(Order order, Collection<String> serials) {
    return serials.isEmpty()
        ? List.of()
        : register.all(serials).values().stream()
            .filter(
                held -> held.accountId() == order.accountId() && held.hall().equals(order.hall()))
            .toList();
  }

  private static List<String> serials(List<Order.Item> items) {
    return items.stream().map(Order.Item::certificateSerial).filter(Objects::nonNull).toList();
  }
}
