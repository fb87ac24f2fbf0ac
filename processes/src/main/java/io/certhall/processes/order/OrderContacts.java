package io.certhall.processes.order;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.OrderForm.Contact;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.privacy.Masking;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agent, delivery and invoice data of an order for who may see it: the owner all of it, reviewers
 * all of it with an audit row, other staff with numbers masked.
 */
@Service
public class OrderContacts {

  private final Orders orders;
  private final AuditLog audit;

  OrderContacts(Orders orders, AuditLog audit) {
    this.orders = orders;
    this.audit = audit;
  }

  /**
   * @throws Refusal NOT_FOUND also for what is not the actor's to see
   */
  @Transactional
  public Contact of(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    Contact contact = orders.contact(orderNo);
    if (order.isOwnedBy(actor.accountId()) || actor.isSystem()) {
      return contact;
    }
    if (actor.has(Role.REVIEWER)) {
      audit.record(actor, "order.contact-revealed", "order", orderNo, order.hall(), null);
      return contact;
    }
    return new Contact(
        agent(contact.agent()),
        delivery(contact.delivery()),
        invoice(contact.invoice()),
        change(contact.change()),
        contact.statement(),
        person(contact.person()),
        contact.answers());
  }

  private static @Nullable AgentForm agent(@Nullable AgentForm agent) {
    return agent == null
        ? null
        : new AgentForm(
            agent.name(),
            idNumber(agent.idNo()),
            phone(agent.phone()),
            agent.email(),
            agent.idType());
  }

  private static @Nullable DeliveryForm delivery(@Nullable DeliveryForm delivery) {
    return delivery == null
        ? null
        : new DeliveryForm(
            delivery.method(),
            delivery.recipient(),
            phone(delivery.phone()),
            delivery.region(),
            delivery.address());
  }

  private static @Nullable InvoiceForm invoice(@Nullable InvoiceForm invoice) {
    return invoice == null
        ? null
        : new InvoiceForm(
            invoice.kind(),
            invoice.title(),
            invoice.taxNo(),
            invoice.email(),
            invoice.registeredAddress(),
            phone(invoice.registeredPhone()),
            invoice.bank(),
            idNumber(invoice.bankAccount()));
  }

  private static @Nullable ChangeForm change(@Nullable ChangeForm change) {
    return change == null
        ? null
        : new ChangeForm(
            change.kinds(),
            change.newName(),
            change.newLegalRep(),
            idNumber(change.newLegalRepIdNo()),
            change.note(),
            change.before() == null
                ? null
                : new ChangeForm.Before(
                    change.before().name(),
                    change.before().legalRep(),
                    idNumber(change.before().legalRepIdNo())));
  }

  private static @Nullable PersonForm person(@Nullable PersonForm person) {
    return person == null
        ? null
        : new PersonForm(
            person.name(),
            person.idType(),
            idNumber(person.idNo()),
            phone(person.phone()),
            person.email());
  }

  private static @Nullable String idNumber(@Nullable String number) {
    return number == null ? null : Masking.idNumber(number);
  }

  private static @Nullable String phone(@Nullable String phone) {
    return phone == null ? null : Masking.phone(phone);
  }
}
