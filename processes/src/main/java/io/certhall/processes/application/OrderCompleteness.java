package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form must hold before it can be submitted; every gap is named with its field. */
@Component
class OrderCompleteness {

  static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dX]");

  private final OrderAgreements agreements;

  OrderCompleteness(OrderAgreements agreements) {
    this.agreements = agreements;
  }

  List<Problem> gaps(
      Order order, PublishedPolicy policy, List<Order.Item> items, OrderForm.Contact contact) {
    Gaps gaps = new Gaps();
    if (items.isEmpty()) {
      gaps.add("items", "ITEMS_EMPTY");
    }
    agent(gaps, contact.agent());
    delivery(gaps, policy.settings(), contact.delivery());
    invoice(gaps, contact.invoice());
    Map<String, String> accepted = agreements.accepted(order.orderNo());
    for (HallSettings.Agreement agreement : policy.settings().agreements()) {
      if (!agreement.version().equals(accepted.get(agreement.code()))) {
        gaps.add("agreements." + agreement.code(), "AGREEMENT_MISSING", agreement.title().zh());
      }
    }
    return gaps.problems;
  }

  private static void agent(Gaps gaps, @Nullable AgentForm given) {
    AgentForm agent = given == null ? new AgentForm(null, null, null, null) : given;
    gaps.required("agent.name", agent.name());
    gaps.matches("agent.idNo", agent.idNo(), ID_NUMBER, "ID_NUMBER_INVALID");
    gaps.matches("agent.phone", agent.phone(), MOBILE, "PHONE_INVALID");
    gaps.matches("agent.email", agent.email(), EMAIL, "EMAIL_INVALID");
  }

  private static void delivery(Gaps gaps, HallSettings settings, @Nullable DeliveryForm delivery) {
    if (delivery == null || delivery.method() == null) {
      gaps.add("delivery.method", "FIELD_REQUIRED");
      return;
    }
    if (!settings.deliveryMethods().contains(delivery.method().name())) {
      gaps.add("delivery.method", "DELIVERY_NOT_OFFERED");
    }
    if (delivery.method() == DeliveryMethod.COURIER) {
      gaps.required("delivery.recipient", delivery.recipient());
      gaps.matches("delivery.phone", delivery.phone(), MOBILE, "PHONE_INVALID");
      gaps.required("delivery.region", delivery.region());
      gaps.required("delivery.address", delivery.address());
    }
  }

  private static void invoice(Gaps gaps, @Nullable InvoiceForm invoice) {
    if (invoice == null || invoice.kind() == null) {
      gaps.add("invoice.kind", "FIELD_REQUIRED");
      return;
    }
    if (invoice.kind() == InvoiceKind.NONE) {
      return;
    }
    gaps.required("invoice.title", invoice.title());
    gaps.required("invoice.taxNo", invoice.taxNo());
    if (invoice.email() != null && !invoice.email().isBlank()) {
      gaps.matches("invoice.email", invoice.email(), EMAIL, "EMAIL_INVALID");
    }
    if (invoice.kind() == InvoiceKind.SPECIAL) {
      gaps.required("invoice.registeredAddress", invoice.registeredAddress());
      gaps.required("invoice.registeredPhone", invoice.registeredPhone());
      gaps.required("invoice.bank", invoice.bank());
      gaps.required("invoice.bankAccount", invoice.bankAccount());
    }
  }

  private static final class Gaps {
    private final List<Problem> problems = new ArrayList<>();

    void add(String path, String code, Object... args) {
      problems.add(Problem.of(path, code, args));
    }

    void required(String path, @Nullable String value) {
      if (value == null || value.isBlank()) {
        add(path, "FIELD_REQUIRED");
      }
    }

    void matches(String path, @Nullable String value, Pattern pattern, String code) {
      if (value == null || value.isBlank()) {
        add(path, "FIELD_REQUIRED");
      } else if (!pattern.matcher(value).matches()) {
        add(path, code);
      }
    }
  }
}
