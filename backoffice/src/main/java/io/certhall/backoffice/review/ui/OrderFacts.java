package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.order.ui.ChangeTable;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallField;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was applied for, in blocks; with a tick beside each fact where it is to be judged. */
public final class OrderFacts extends Div {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable DefectSheet defects;
  private final transient HallSettings hall;

  /**
   * Facts of an order.
   *
   * @param people names (with identity numbers where the reader may see them) by person id
   */
  public record Facts(
      Order order,
      List<Order.Item> items,
      OrderForm.Contact contact,
      Map<String, String> applicant,
      Map<Long, String> people) {}

  public static OrderFacts toRead(Facts facts, HallSettings hall) {
    return new OrderFacts(facts, hall, null);
  }

  OrderFacts(Facts facts, HallSettings hall, @Nullable DefectSheet defects) {
    this.defects = defects;
    this.hall = hall;
    addClassName("stack");
    addApplicant(facts.applicant());
    addAnswers(facts.order(), facts.contact().answers());
    addPerson(facts.contact().person());
    addChange(facts.contact().change());
    addStatement(facts.contact().statement());
    addItems(facts.items(), facts.people());
    addAgent(facts.contact().agent());
    addDelivery(facts.order(), facts.contact().delivery());
    addInvoice(facts.contact().invoice());
  }

  private void addApplicant(Map<String, String> applicant) {
    if (applicant.isEmpty()) {
      return;
    }
    FactTable table = new FactTable(defects);
    applicant.forEach(
        (field, value) ->
            table.row(
                Subject.field("organisation." + field, "staff.organisation." + field), value));
    add(new Card(Texts.of("staff.review.applicant"), table));
  }

  /** What the hall asks of its own; each answer can be marked as wrong. */
  private void addAnswers(Order order, Map<String, List<String>> answers) {
    List<HallField> fields = hall.fields(order.service().name(), order.holder().name());
    if (fields.isEmpty()) {
      return;
    }
    FactTable table = new FactTable(defects);
    for (HallField field : fields) {
      row(
          table,
          Subject.named("answers." + field.code(), Texts.of(field.label()), field.label().zh()),
          Texts.of(field.label()),
          io.certhall.backoffice.order.ui.OrderFacts.answer(field, answers));
    }
    add(new Card(Texts.of("draft.hallFields"), table));
  }

  private void addPerson(OrderForm.@Nullable PersonForm person) {
    if (person != null) {
      add(
          new Card(
              Texts.of("draft.person"),
              new FactTable(defects)
                  .row(Subject.field("person.name", "draft.person.name"), person.name())
                  .row(Subject.field("person.idNo", "draft.person.idNo"), person.idNo())
                  .row(Subject.field("person.phone", "draft.person.phone"), person.phone())
                  .row(Subject.field("person.email", "draft.person.email"), person.email())));
    }
  }

  /** Old and new side by side; below, what can be marked as wrong. */
  private void addChange(OrderForm.@Nullable ChangeForm change) {
    if (change == null) {
      return;
    }
    FactTable table = new FactTable(defects);
    if (change.kinds().contains(ChangeKind.NAME)) {
      table.row(Subject.field("change.newName", "change.newName"), change.newName());
    }
    if (change.kinds().contains(ChangeKind.LEGAL_REP)) {
      table
          .row(Subject.field("change.newLegalRep", "change.newLegalRep"), change.newLegalRep())
          .row(
              Subject.field("change.newLegalRepIdNo", "change.newLegalRepIdNo"),
              change.newLegalRepIdNo());
    }
    add(new Card(Texts.of("change.title"), new ChangeTable(change, false), table));
  }

  private void addStatement(OrderForm.@Nullable StatementForm statement) {
    if (statement != null) {
      add(
          new Card(
              Texts.of("statement.title"),
              new FactTable(defects)
                  .row(
                      Subject.field("statement.cause", "statement.cause"),
                      statement.cause() == null ? null : Texts.of(statement.cause()))
                  .row(
                      Subject.field("statement.causeAt", "statement.causeAt"),
                      Times.minute(statement.causeAt()))
                  .row(Subject.field("statement.text", "statement.text"), statement.text())));
    }
  }

  private void addItems(List<Order.Item> items, Map<Long, String> people) {
    for (int i = 0; i < items.size(); i++) {
      Order.Item item = items.get(i);
      String path = "items[" + i + "]";
      String title = Texts.of("staff.review.certificate", i + 1);
      String titleZh = "证书" + (i + 1);
      FactTable table = new FactTable(defects);
      row(
          table,
          Subject.field(path + ".type", "staff.item.type").of(title, titleZh),
          Texts.of("staff.item.type"),
          Texts.of(hall.certificateType(item.type().name()).label()));
      if (item.personId() != null) {
        row(
            table,
            Subject.field(path + ".personId", "staff.item.person").of(title, titleZh),
            Texts.of("staff.item.person"),
            people.getOrDefault(item.personId(), "—"));
      }
      row(
          table,
          Subject.field(path + ".years", "staff.item.years").of(title, titleZh),
          Texts.of("staff.item.years"),
          Texts.of("staff.item.yearsValue", item.years()));
      row(
          table,
          Subject.field(path + ".seals", "staff.item.seals").of(title, titleZh),
          Texts.of("staff.item.seals"),
          seals(item));
      add(new Card(title, table));
    }
  }

  private String seals(Order.Item item) {
    return item.seals().stream()
        .map(code -> Texts.of(hall.sealLabel(code)))
        .collect(Collectors.joining(Texts.of("staff.list.comma")));
  }

  private static void row(FactTable table, Subject subject, String label, String value) {
    table.row(
        subject, label, new com.vaadin.flow.component.html.Span(value.isEmpty() ? "—" : value));
  }

  private void addAgent(OrderForm.@Nullable AgentForm agent) {
    if (agent == null) {
      return;
    }
    add(
        new Card(
            Texts.of("staff.review.agent"),
            new FactTable(defects)
                .row(Subject.field("agent.name", "staff.agent.name"), agent.name())
                .row(
                    Subject.field("agent.idType", "draft.agent.idType"), Texts.of(agent.document()))
                .row(Subject.field("agent.idNo", "staff.agent.idNo"), agent.idNo())
                .row(Subject.field("agent.phone", "staff.agent.phone"), agent.phone())
                .row(Subject.field("agent.email", "staff.agent.email"), agent.email())));
  }

  private void addDelivery(Order order, OrderForm.@Nullable DeliveryForm delivery) {
    DeliveryMethod method = order.deliveryMethod();
    if (method == null && delivery == null) {
      return;
    }
    FactTable table = new FactTable(defects);
    table.row(
        Subject.field("delivery.method", "staff.delivery.method"),
        method == null ? null : Texts.of(method));
    if (delivery != null && method == DeliveryMethod.COURIER) {
      table
          .row(
              Subject.field("delivery.recipient", "staff.delivery.recipient"), delivery.recipient())
          .row(Subject.field("delivery.phone", "staff.delivery.phone"), delivery.phone())
          .row(Subject.field("delivery.address", "staff.delivery.address"), address(delivery));
    }
    add(new Card(Texts.of("staff.review.delivery"), table));
  }

  public static String address(OrderForm.DeliveryForm delivery) {
    String region = delivery.region() == null ? "" : delivery.region().replace("/", "") + " ";
    return region + (delivery.address() == null ? "" : delivery.address());
  }

  private void addInvoice(OrderForm.@Nullable InvoiceForm invoice) {
    if (invoice == null) {
      return;
    }
    FactTable table = new FactTable(defects);
    InvoiceKind kind = invoice.kind();
    table.row(
        Subject.field("invoice.kind", "staff.invoice.kind"), kind == null ? null : Texts.of(kind));
    if (kind != null && kind != InvoiceKind.NONE) {
      table
          .row(Subject.field("invoice.title", "staff.invoice.title"), invoice.title())
          .row(
              Subject.field("invoice.taxNo", "staff.invoice.taxNo"),
              invoice.taxNo() == null ? null : invoice.taxNo().toUpperCase(Locale.ROOT));
      if (kind == InvoiceKind.SPECIAL) {
        table
            .row(
                Subject.field("invoice.registeredAddress", "staff.invoice.registeredAddress"),
                invoice.registeredAddress())
            .row(Subject.field("invoice.bank", "staff.invoice.bank"), invoice.bank())
            .row(
                Subject.field("invoice.bankAccount", "staff.invoice.bankAccount"),
                invoice.bankAccount());
      }
    }
    add(new Card(Texts.of("staff.review.invoice"), table));
  }
}
