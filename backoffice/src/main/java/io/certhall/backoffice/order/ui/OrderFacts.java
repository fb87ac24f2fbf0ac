package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallField;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.privacy.Masking;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operator, delivery and invoice of an order, to read. */
public final class OrderFacts {

  private OrderFacts() {}

  /** With numbers masked, for pages that stay open. */
  static FactList maskedOperator(@Nullable AgentForm agent) {
    return operator(
        agent == null
            ? null
            : new AgentForm(
                agent.name(),
                agent.idNo() == null ? null : Masking.idNumber(agent.idNo()),
                agent.phone() == null ? null : Masking.phone(agent.phone()),
                agent.email(),
                agent.idType()));
  }

  static FactList operator(@Nullable AgentForm agent) {
    AgentForm shown = agent == null ? new AgentForm(null, null, null, null) : agent;
    FactList facts = new FactList().fact(Texts.of("draft.agent.name"), shown.name());
    boolean card = shown.document() == IdentityDocument.RESIDENT_ID;
    if (!card) {
      facts.fact(Texts.of("draft.agent.idType"), Texts.of(shown.document()));
    }
    return facts
        .fact(Texts.of(card ? "draft.agent.idNo" : "draft.agent.documentNo"), shown.idNo())
        .fact(Texts.of("draft.agent.phone"), shown.phone())
        .fact(Texts.of("draft.agent.email"), shown.email());
  }

  /** What the hall asked of its own, in its order. */
  static FactList answers(List<HallField> fields, Map<String, List<String>> answers) {
    FactList facts = new FactList();
    fields.forEach(field -> facts.fact(Texts.of(field.label()), answer(field, answers)));
    return facts;
  }

  public static String answer(HallField field, Map<String, List<String>> answers) {
    return field.words(answers.getOrDefault(field.code(), List.of())).stream()
        .map(Texts::of)
        .collect(Collectors.joining(Texts.of("staff.list.comma")));
  }

  static FactList person(PersonForm person) {
    return new FactList()
        .fact(Texts.of("draft.person.name"), person.name())
        .fact(
            Texts.of("draft.person.idType"),
            Texts.of(person.idType() == null ? IdentityDocument.RESIDENT_ID : person.idType()))
        .fact(Texts.of("draft.person.idNo"), person.idNo())
        .fact(Texts.of("draft.person.phone"), person.phone())
        .fact(Texts.of("draft.person.email"), person.email());
  }

  static FactList maskedPerson(PersonForm person) {
    return person(
        new PersonForm(
            person.name(),
            person.idType(),
            person.idNo() == null ? null : Masking.idNumber(person.idNo()),
            person.phone() == null ? null : Masking.phone(person.phone()),
            person.email()));
  }

  public static FactList statement(StatementForm statement) {
    return new FactList()
        .fact(
            Texts.of("statement.cause"),
            statement.cause() == null ? null : Texts.of(statement.cause()))
        .fact(
            Texts.of("statement.causeAt"),
            statement.causeAt() == null ? null : Times.minute(statement.causeAt()))
        .fact(Texts.of("statement.text"), statement.text());
  }

  static FactList maskedDelivery(@Nullable DeliveryForm delivery, HallSettings hall) {
    return delivery(
        delivery == null || delivery.phone() == null
            ? delivery
            : new DeliveryForm(
                delivery.method(),
                delivery.recipient(),
                Masking.phone(delivery.phone()),
                delivery.region(),
                delivery.address()),
        hall);
  }

  static FactList delivery(@Nullable DeliveryForm delivery, HallSettings hall) {
    FactList facts = new FactList();
    if (delivery == null || delivery.method() == null) {
      return facts.fact(Texts.of("draft.delivery.method"), (String) null);
    }
    facts.fact(Texts.of("draft.delivery.method"), Texts.of(delivery.method()));
    if (delivery.method() == DeliveryMethod.COURIER) {
      facts
          .fact(Texts.of("draft.delivery.recipient"), delivery.recipient())
          .fact(Texts.of("draft.delivery.phone"), delivery.phone())
          .fact(Texts.of("draft.delivery.region"), delivery.region())
          .fact(Texts.of("draft.delivery.address"), delivery.address());
    } else if (delivery.method() == DeliveryMethod.PICKUP) {
      facts
          .fact(Texts.of("draft.pickup.place"), Texts.of(hall.pickup().place()))
          .fact(Texts.of("draft.pickup.hours"), Texts.of(hall.pickup().hours()))
          .fact(Texts.of("draft.pickup.documents"), Texts.of(hall.pickup().documents()));
    }
    return facts;
  }

  static FactList invoice(@Nullable InvoiceForm invoice) {
    FactList facts = new FactList();
    if (invoice == null || invoice.kind() == null) {
      return facts.fact(Texts.of("draft.invoice.kind"), (String) null);
    }
    facts.fact(Texts.of("draft.invoice.kind"), Texts.of(invoice.kind()));
    if (invoice.kind() != InvoiceKind.NONE) {
      facts
          .fact(Texts.of("draft.invoice.title"), invoice.title())
          .fact(Texts.of("draft.invoice.taxNo"), invoice.taxNo())
          .fact(Texts.of("draft.invoice.email"), invoice.email());
    }
    if (invoice.kind() == InvoiceKind.SPECIAL) {
      facts
          .fact(Texts.of("draft.invoice.registeredAddress"), invoice.registeredAddress())
          .fact(Texts.of("draft.invoice.registeredPhone"), invoice.registeredPhone())
          .fact(Texts.of("draft.invoice.bank"), invoice.bank())
          .fact(Texts.of("draft.invoice.bankAccount"), invoice.bankAccount());
    }
    return facts;
  }
}
