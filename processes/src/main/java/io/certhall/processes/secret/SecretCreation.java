package io.certhall.processes.secret;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.privacy.Masking;
import io.certhall.processes.security.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first PIN of a key: made, or known from the hall, when the certificate is issued, and sent
 * the hall's way for the first time.
 */
@Component
class SecretCreation {

  private static final Set<Service> NEW_KEY =
      EnumSet.of(Service.NEW, Service.REPLACE, Service.EXCHANGE);
  private static final int PIN_DIGITS = 8;

  private final SecretRepository repository;
  private final Orders orders;
  private final PublishedPolicies policies;
  private final Notifications notifications;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SecretCreation(
      SecretRepository repository,
      Orders orders,
      PublishedPolicies policies,
      Notifications notifications,
      Clock clock) {
    this.repository = repository;
    this.orders = orders;
    this.policies = policies;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** Certificates on new keys were issued; a second call changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(Order order, List<Integer> itemSeqs) {
    if (!NEW_KEY.contains(order.service())) {
      return;
    }
    List<SecretRepository.NewKey> keys = repository.without(order.orderNo(), itemSeqs);
    if (keys.isEmpty()) {
      return;
    }
    HallSettings.Pin pin = policies.under(order.hall(), order.policyVersionId()).settings().pin();
    SecretRoute route = route(pin, order);
    String recipient =
        route == SecretRoute.NONE ? null : recipient(route, orders.contact(order.orderNo()));
    for (SecretRepository.NewKey key : keys) {
      start(
          order,
          new SecretRepository.NewDelivery(
              order.orderNo(),
              key.itemSeq(),
              order.hall(),
              key.mediumSerial(),
              route,
              route == SecretRoute.TRANSFER_REMARK
                  ? SecretDelivery.State.WAITING
                  : SecretDelivery.State.SENT,
              Objects.requireNonNullElseGet(pin.initial(), this::newPin),
              recipient,
              masked(route, recipient),
              pin.mustChange(),
              clock.instant()));
    }
  }

  private SecretRoute route(HallSettings.Pin pin, Order order) {
    return SecretRoute.of(
        pin.route(),
        order.holder(),
        pin.route() == HallSettings.Pin.Route.TRANSFER_REMARK
            ? repository.paidBy(order.orderNo()).orElse(null)
            : null);
  }

  /** Without a phone nothing is sent: production shows the PIN. */
  private void start(Order order, SecretRepository.NewDelivery delivery) {
    String phone = delivery.route().isPhone() ? delivery.recipient() : null;
    long id = repository.insert(delivery, phone != null);
    if (phone != null) {
      notifications.toPhone(
          order,
          SecretDeliveries.message(delivery.route()),
          SecretDeliveries.key(id, 1),
          phone,
          Map.of("pin", delivery.pin()));
    }
    repository.events(
        id,
        delivery.createdAt(),
        phone == null ? List.of("CREATED") : List.of("CREATED", "SENT"),
        Actor.SYSTEM);
  }

  private static @Nullable String recipient(SecretRoute route, OrderForm.Contact contact) {
    OrderForm.AgentForm agent = contact.agent();
    OrderForm.PersonForm person = contact.person();
    OrderForm.InvoiceForm bank = contact.invoice();
    return switch (route) {
      case NONE -> null;
      case SMS_OPERATOR -> agent == null ? null : agent.phone();
      case SMS_HOLDER ->
          person != null && person.phone() != null
              ? person.phone()
              : agent == null ? null : agent.phone();
      case TRANSFER_REMARK -> bank == null ? null : bank.bankAccount();
    };
  }

  private static String masked(SecretRoute route, @Nullable String recipient) {
    if (recipient == null) {
      return "";
    }
    return route.isPhone() ? Masking.phone(recipient) : Masking.idNumber(recipient);
  }

  /** Digits without a pattern that anybody would try first. */
  private String newPin() {
    while (true) {
      StringBuilder pin = new StringBuilder();
      for (int i = 0; i < PIN_DIGITS; i++) {
        pin.append(random.nextInt(10));
      }
      if (pin.chars().distinct().count() >= 4) {
        return pin.toString();
      }
    }
  }
}
