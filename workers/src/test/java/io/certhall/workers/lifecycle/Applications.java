package io.certhall.workers.lifecycle;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.support.Fresh;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filled-in applications. */
final class Applications {

  /** To what some halls ask of their own; others don't read it. */
  static final Map<String, List<String>> ANSWERS =
      Map.of("UNIT_PHONE", List.of("0527-84000000"), "COUNTY", List.of("宿城区"));

  private Applications() {}

  static ItemForm item(CertificateType type, int years, String... seals) {
    return new ItemForm(type, null, years, 1, List.of(seals), false, null);
  }

  /** A service on this certificate. */
  static ItemForm on(CertificateRow certificate) {
    return new ItemForm(null, null, 1, 1, List.of(), false, certificate.serial());
  }

  /** Filled in without gaps; by courier where that is offered. */
  static OrderForm form(
      HallSettings settings, AgentForm agent, Service service, ItemForm... items) {
    List<String> methods = settings.delivery(service.name());
    OrderForm form =
        new OrderForm(
                settings.code(),
                service,
                Holder.ORGANISATION,
                List.of(items),
                agent,
                new OrderForm.DeliveryForm(
                    DeliveryMethod.COURIER, "李四", Fresh.phone(), "某省/某市/某区", "示例路1号"),
                new OrderForm.InvoiceForm(
                    InvoiceKind.NONE, null, null, null, null, null, null, null),
                settings.agreements().stream()
                    .map(text -> new OrderForm.AgreementForm(text.code(), text.version(), null))
                    .toList())
            .withAnswers(ANSWERS);
    return methods.isEmpty() ? form.withoutDelivery() : form;
  }

  /** The keys are collected; no address is given. */
  static OrderForm collected(OrderForm form) {
    return with(
        form,
        form.holder(),
        form.agent(),
        new OrderForm.DeliveryForm(DeliveryMethod.PICKUP, null, null, null, null),
        form.invoice());
  }

  static OrderForm invoiced(OrderForm form, String title) {
    return with(
        form,
        form.holder(),
        form.agent(),
        form.delivery(),
        new OrderForm.InvoiceForm(
            InvoiceKind.NORMAL,
            title,
            Fresh.creditCode(),
            "invoice@example.com",
            null,
            null,
            null,
            null));
  }

  /** An individual applies, himself unless an agent does it for him. */
  static OrderForm ofPerson(OrderForm form, PersonForm person, @Nullable AgentForm agent) {
    return with(form, Holder.PERSON, agent, form.delivery(), form.invoice()).withPerson(person);
  }

  private static OrderForm with(
      OrderForm form,
      Holder holder,
      @Nullable AgentForm agent,
      OrderForm.@Nullable DeliveryForm delivery,
      OrderForm.@Nullable InvoiceForm invoice) {
    return new OrderForm(
        form.hall(),
        form.service(),
        holder,
        form.items(),
        agent,
        delivery,
        invoice,
        form.agreements(),
        form.change(),
        form.statement(),
        form.person(),
        form.answers());
  }
}
