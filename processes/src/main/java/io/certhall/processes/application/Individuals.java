package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.organisation.People;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who an individual applicant is. The form says so; else the certificate it is about does, a person
 * of the applicant's list, or the operator, who then applies for himself. Who applies for himself
 * is his own operator: one place for everybody who writes or hands over.
 */
@Component
class Individuals {

  private final CertificateRegister register;
  private final Orders orders;
  private final People people;
  private final ApplicantFacts facts;

  Individuals(CertificateRegister register, Orders orders, People people, ApplicantFacts facts) {
    this.register = register;
    this.orders = orders;
    this.people = people;
    this.facts = facts;
  }

  /** The form with person and operator filled in; unchanged for organisations. */
  OrderForm completed(Actor actor, HallSettings settings, OrderForm form) {
    if (form.holder() != Holder.PERSON) {
      return form.withPerson(null);
    }
    PersonForm person = form.person();
    if (person == null) {
      person =
          ofCertificate(actor, settings, form)
              .or(() -> listed(actor, settings, form))
              .or(() -> operator(form.agent()))
              .orElse(null);
    }
    AgentForm agent = form.agent();
    return person != null && (agent == null || agent.isEmpty())
        ? form.withAgent(own(person)).withPerson(person)
        : form.withPerson(person);
  }

  private static AgentForm own(PersonForm person) {
    return new AgentForm(
        person.name(), person.idNo(), person.phone(), person.email(), person.idType());
  }

  private Optional<PersonForm> ofCertificate(Actor actor, HallSettings settings, OrderForm form) {
    return form.items().stream()
        .map(ItemForm::certificateSerial)
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(register::find)
        .filter(held -> CarriedItems.isOwn(held, actor.accountId(), settings))
        .map(HeldCertificate::orderNo)
        .map(orderNo -> orders.contact(orderNo).person());
  }

  private Optional<PersonForm> listed(Actor actor, HallSettings settings, OrderForm form) {
    Long personId =
        form.items().stream()
            .map(ItemForm::personId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (personId == null) {
      return Optional.empty();
    }
    return facts
        .applicant(actor.accountId(), settings.code())
        .filter(own -> facts.persons(own.organisationId(), List.of(personId)).containsKey(personId))
        .map(own -> people.reveal(actor, own.organisationId(), personId))
        .map(
            person ->
                new PersonForm(
                    person.name(),
                    IdentityDocument.RESIDENT_ID,
                    person.idNo().value(),
                    person.phone() == null ? phone(form.agent()) : person.phone().value(),
                    form.agent() == null ? null : form.agent().email()));
  }

  private static @Nullable String phone(@Nullable AgentForm agent) {
    return agent == null ? null : agent.phone();
  }

  private static Optional<PersonForm> operator(@Nullable AgentForm agent) {
    return agent == null || isBlank(agent.name()) || isBlank(agent.idNo())
        ? Optional.empty()
        : Optional.of(
            new PersonForm(
                agent.name(), agent.document(), agent.idNo(), agent.phone(), agent.email()));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
