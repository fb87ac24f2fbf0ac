package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.answer.HallAnswers;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form must hold before it can be submitted; every gap is named with its field. */
@Component
class OrderCompleteness {

  private final OrderAgreements agreements;
  private final Clock clock;

  OrderCompleteness(OrderAgreements agreements, Clock clock) {
    this.agreements = agreements;
    this.clock = clock;
  }

  /**
   * @param totalFen what the order costs: what is free needs no invoice
   */
  List<Problem> gaps(
      Order order,
      PublishedPolicy policy,
      List<Order.Item> items,
      OrderForm.Contact contact,
      long totalFen) {
    FormGaps gaps = new FormGaps();
    if (items.isEmpty()) {
      gaps.add("items", "ITEMS_EMPTY");
    }
    HallSettings settings = policy.settings();
    ServiceGaps.check(gaps, order, settings, contact, clock.instant());
    boolean person = order.holder() == Holder.PERSON;
    if (!person || contact.isRepresented()) {
      agent(gaps, settings.operatorDocuments(), contact.agent());
    }
    gaps.problems()
        .addAll(
            HallAnswers.problems(
                settings.fields(order.service().name(), order.holder().name()),
                order.applicantName(),
                contact.answers()));
    List<String> methods = settings.delivery(order.service().name());
    if (!methods.isEmpty()) {
      delivery(gaps, methods, contact.delivery());
    }
    if (items.isEmpty() || totalFen > 0 || contact.invoice() != null) {
      invoice(gaps, contact.invoice(), person);
    }
    Map<String, String> accepted = agreements.accepted(order.orderNo());
    for (HallSettings.Agreement agreement : settings.agreements()) {
      if (!agreement.version().equals(accepted.get(agreement.code()))) {
        gaps.add("agreements." + agreement.code(), "AGREEMENT_MISSING", agreement.title().zh());
      }
    }
    return gaps.problems();
  }

  private static void agent(FormGaps gaps, List<String> documents, @Nullable AgentForm given) {
    AgentForm agent = given == null ? new AgentForm(null, null, null, null) : given;
    IdentityDocument document = agent.document();
    gaps.required("agent.name", agent.name());
    if (!documents.contains(document.name())) {
      gaps.add("agent.idType", "ID_DOCUMENT_NOT_TAKEN");
    }
    gaps.matches("agent.idNo", agent.idNo(), document.form(), document.defect());
    gaps.matches("agent.phone", agent.phone(), FormGaps.MOBILE, "PHONE_INVALID");
    gaps.matches("agent.email", agent.email(), FormGaps.EMAIL, "EMAIL_INVALID");
  }

  private static void delivery(
      FormGaps gaps, List<String> methods, @Nullable DeliveryForm delivery) {
    if (delivery == null || delivery.method() == null) {
      gaps.add("delivery.method", "FIELD_REQUIRED");
      return;
    }
    if (!methods.contains(delivery.method().name())) {
      gaps.add("delivery.method", "DELIVERY_NOT_OFFERED");
    }
    if (delivery.method() == DeliveryMethod.COURIER) {
      gaps.required("delivery.recipient", delivery.recipient());
      gaps.matches("delivery.phone", delivery.phone(), FormGaps.MOBILE, "PHONE_INVALID");
      gaps.required("delivery.region", delivery.region());
      gaps.required("delivery.address", delivery.address());
    }
  }

  private static void invoice(FormGaps gaps, @Nullable InvoiceForm invoice, boolean person) {
    if (invoice == null || invoice.kind() == null) {
      gaps.add("invoice.kind", "FIELD_REQUIRED");
      return;
    }
    if (invoice.kind() == InvoiceKind.NONE) {
      return;
    }
    gaps.required("invoice.title", invoice.title());
    if (!person || invoice.kind() == InvoiceKind.SPECIAL) {
      gaps.required("invoice.taxNo", invoice.taxNo());
    }
    if (invoice.email() != null && !invoice.email().isBlank()) {
      gaps.matches("invoice.email", invoice.email(), FormGaps.EMAIL, "EMAIL_INVALID");
    }
    if (invoice.kind() == InvoiceKind.SPECIAL) {
      gaps.required("invoice.registeredAddress", invoice.registeredAddress());
      gaps.required("invoice.registeredPhone", invoice.registeredPhone());
      gaps.required("invoice.bank", invoice.bank());
      gaps.required("invoice.bankAccount", invoice.bankAccount());
    }
  }
}
