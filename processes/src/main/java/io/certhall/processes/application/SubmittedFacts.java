package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.OrderForm.Contact;
import io.certhall.processes.order.OrderForms;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.Organisation;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What submission fixes besides prices and materials: old data, late requests, carried items. */
@Component
class SubmittedFacts {

  private final OrderForms orders;
  private final CarriedItems carried;
  private final CertificateRegister register;
  private final OrganisationProfiles organisations;

  SubmittedFacts(
      OrderForms orders,
      CarriedItems carried,
      CertificateRegister register,
      OrganisationProfiles organisations) {
    this.orders = orders;
    this.carried = carried;
    this.register = register;
    this.organisations = organisations;
  }

  /**
   * Holds the certificates until the transaction ends, so that two orders for one of them can't
   * both be submitted, and takes over what changed since the form was saved.
   *
   * @return the order's items as they are now
   */
  List<Order.Item> hold(Order order, HallSettings settings) {
    List<Order.Item> stored = orders.items(order.orderNo());
    var items = OrderItems.forms(stored);
    register.hold(
        items.stream()
            .map(OrderForm.ItemForm::certificateSerial)
            .filter(Objects::nonNull)
            .toList());
    var now =
        carried.of(
            order.accountId(), settings, order.service(), order.holder(), items, order.orderNo());
    if (now.equals(items)) {
      return stored;
    }
    orders.replaceItems(order.orderNo(), now);
    return orders.items(order.orderNo());
  }

  OrderChange facts(Order order, Contact contact, PublishedPolicy policy, Instant now) {
    ChangeForm change = contact.change();
    OrderChange facts =
        order.service() == Service.CHANGE && change != null
            ? orders.sealed(with(contact, change.withBefore(before(order))))
            : OrderChange.of();
    return facts.late(isLate(order, policy.settings(), now));
  }

  private ChangeForm.Before before(Order order) {
    if (order.organisationId() == null) {
      return new ChangeForm.Before(null, null, null);
    }
    Organisation organisation = organisations.reveal(Actor.SYSTEM, order.organisationId());
    return new ChangeForm.Before(
        organisation.name(), organisation.legalRepName(), organisation.legalRepId().value());
  }

  private static Contact with(Contact contact, ChangeForm change) {
    return new Contact(
        contact.agent(),
        contact.delivery(),
        contact.invoice(),
        change,
        contact.statement(),
        contact.person(),
        contact.answers());
  }

  /** Accepted all the same, but flagged (flows: GX revocation). */
  private static boolean isLate(Order order, HallSettings settings, Instant now) {
    Instant causeAt = order.causeAt();
    return order.service() == Service.REVOKE
        && causeAt != null
        && settings
            .service(order.service().name())
            .map(HallSettings.ServiceOffer::deadline)
            .filter(promise -> causeAt.plus(Duration.ofHours(promise.requestHours())).isBefore(now))
            .isPresent();
  }
}
