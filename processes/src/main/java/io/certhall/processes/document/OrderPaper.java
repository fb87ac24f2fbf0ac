package io.certhall.processes.document;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.PERSON;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LocalText;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order's papers say. Staff see the operator's id number masked. */
@Component
class OrderPaper {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(CHINA);

  private final DSLContext dsl;
  private final Orders orders;
  private final Quotes quotes;
  private final PaperParties parties;
  private final PublishedPolicies policies;
  private final Clock clock;

  OrderPaper(
      DSLContext dsl,
      Orders orders,
      Quotes quotes,
      PaperParties parties,
      PublishedPolicies policies,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.quotes = quotes;
    this.parties = parties;
    this.policies = policies;
    this.clock = clock;
  }

  HallSettings hall(Order order) {
    return policies.under(order.hall(), order.policyVersionId()).settings();
  }

  Map<String, Object> values(Actor actor, Order order) {
    HallSettings hall = hall(order);
    OrderForm.Contact contact = orders.contact(order.orderNo());
    List<Order.Item> items = orders.items(order.orderNo());
    List<Order.Line> lines = lines(order, items);
    Map<String, Object> values = HallPaper.values(hall);
    values.put("numbered", true);
    values.put("orderNo", order.orderNo());
    values.put("qr", QrCode.dataUri(order.orderNo()));
    values.put("service", serviceTitle(hall, order));
    values.put("printed", DAY.format(clock.instant()));
    values.putAll(parties.of(actor, order, contact));
    values.put("serviceChoices", OrderKinds.of(hall, order, items, contact.change()));
    values.put("answers", answers(hall, order, contact.answers()));
    values.put("officeUse", hall.officeUse());
    values.put("party", Words.of("party." + order.holder().name()));
    values.put("partySigns", Words.of("partySigns." + order.holder().name()));
    values.put("items", itemRows(hall, order.holder(), items, lines));
    values.put("fees", feeRows(lines));
    long total = lines.stream().mapToLong(Order.Line::amountFen).sum();
    values.put("total", Yuan.of(total));
    values.put("totalWords", CapitalAmount.of(total));
    values.put("delivery", delivery(hall, contact.delivery()));
    values.put("invoice", invoice(contact.invoice()));
    return values;
  }

  Map<String, Object> receipt(Actor actor, Order order) {
    Map<String, Object> values = values(actor, order);
    values.put("completed", DAY.format(Objects.requireNonNull(order.completedAt())));
    values.put("paid", Yuan.of(order.paidFen() - order.refundedFen()));
    values.put("certificates", certificates(order));
    return values;
  }

  private List<Map<String, String>> certificates(Order order) {
    return dsl.select(
            CERTIFICATE.ITEM_SEQ,
            CERTIFICATE.SERIAL,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.MEDIUM_SERIAL,
            CERTIFICATE.NOT_AFTER)
        .from(CERTIFICATE)
        .where(CERTIFICATE.ORDER_NO.eq(order.orderNo()), CERTIFICATE.KEY_USAGE.eq("SIGNING"))
        .orderBy(CERTIFICATE.ITEM_SEQ)
        .fetch(
            row ->
                Map.of(
                    "seq", Integer.toString(row.value1()),
                    "serial", row.value2(),
                    "name", row.value3(),
                    "medium", text(row.value4()),
                    "until", DAY.format(row.value5())));
  }

  /** What the hall asked of its own. */
  private static List<Map<String, String>> answers(
      HallSettings hall, Order order, Map<String, List<String>> answers) {
    return hall.fields(order.service().name(), order.holder().name()).stream()
        .map(
            field ->
                Map.of(
                    "label",
                    field.label().zh(),
                    "text",
                    field.words(answers.getOrDefault(field.code(), List.of())).stream()
                        .map(LocalText::zh)
                        .collect(Collectors.joining("、"))))
        .toList();
  }

  private List<Map<String, String>> itemRows(
      HallSettings hall, Holder holder, List<Order.Item> items, List<Order.Line> lines) {
    Map<Long, String> persons = persons(items);
    return items.stream()
        .map(
            item ->
                Map.of(
                    "seq", Integer.toString(item.seq()),
                    "type", type(hall, item),
                    "person", person(holder, item, persons),
                    "years", Integer.toString(item.years()),
                    "seals", seals(hall, item),
                    "amount", Yuan.of(sum(lines, item.seq()))))
        .toList();
  }

  private static String type(HallSettings hall, Order.Item item) {
    String label = hall.certificateType(item.type().name()).label().zh();
    return item.secondary() ? Words.of("item.secondary", label) : label;
  }

  private static String person(Holder holder, Order.Item item, Map<Long, String> persons) {
    return item.personId() == null
        ? Words.of(holder == Holder.PERSON ? "person.self" : "person.none")
        : Objects.requireNonNullElse(persons.get(item.personId()), "");
  }

  private static String seals(HallSettings hall, Order.Item item) {
    return item.seals().isEmpty()
        ? Words.of("seals.none")
        : item.seals().stream()
            .map(seal -> hall.sealLabel(seal).zh())
            .collect(Collectors.joining("、"));
  }

  private static long sum(List<Order.Line> lines, int seq) {
    return lines.stream()
        .filter(line -> line.itemSeq() == seq)
        .mapToLong(Order.Line::amountFen)
        .sum();
  }

  /** Lines with the same price are one row, however many certificates they come from. */
  private static List<Map<String, String>> feeRows(List<Order.Line> lines) {
    record Fee(String label, long unitFen) {}
    Map<Fee, Integer> quantities = new java.util.LinkedHashMap<>();
    lines.forEach(
        line ->
            quantities.merge(new Fee(line.label(), line.unitFen()), line.quantity(), Integer::sum));
    return quantities.entrySet().stream()
        .map(
            fee ->
                Map.of(
                    "label", fee.getKey().label(),
                    "unit", Yuan.of(fee.getKey().unitFen()),
                    "quantity", Integer.toString(fee.getValue()),
                    "amount", Yuan.of(fee.getKey().unitFen() * fee.getValue())))
        .toList();
  }

  /** Frozen at submission; before that, what it would cost now. */
  private List<Order.Line> lines(Order order, List<Order.Item> items) {
    if (!order.state().isEditable()) {
      return orders.lines(order.orderNo());
    }
    return quotes
        .quote(
            order.hall(),
            order.service(),
            order.holder(),
            items.stream().map(OrderPaper::asked).toList(),
            order.changes())
        .lines();
  }

  private static OrderForm.ItemForm asked(Order.Item item) {
    return new OrderForm.ItemForm(
        item.type(),
        item.personId(),
        item.years(),
        1,
        item.seals(),
        item.secondary(),
        item.certificateSerial());
  }

  private Map<Long, String> persons(List<Order.Item> items) {
    List<Long> ids =
        items.stream().map(Order.Item::personId).filter(Objects::nonNull).distinct().toList();
    return ids.isEmpty()
        ? new HashMap<>()
        : dsl.select(PERSON.ID, PERSON.NAME)
            .from(PERSON)
            .where(PERSON.ID.in(ids))
            .fetchMap(PERSON.ID, PERSON.NAME);
  }

  private static String serviceTitle(HallSettings hall, Order order) {
    return hall.services().stream()
        .filter(offer -> offer.code().equals(order.service().name()))
        .map(offer -> offer.title().zh())
        .findFirst()
        .orElse(order.service().name());
  }

  private static String delivery(HallSettings hall, OrderForm.@Nullable DeliveryForm delivery) {
    if (delivery == null || delivery.method() == null) {
      return "";
    }
    return switch (delivery.method()) {
      case COURIER ->
          Words.of(
              "delivery.COURIER",
              text(delivery.recipient()),
              text(delivery.phone()),
              text(delivery.region()),
              text(delivery.address()));
      case PICKUP ->
          Words.of(
              "delivery.PICKUP",
              hall.pickup().place().zh(),
              hall.pickup().hours().zh(),
              hall.pickup().documents().zh());
      case DOWNLOAD -> Words.of("delivery.DOWNLOAD");
    };
  }

  private static String invoice(OrderForm.@Nullable InvoiceForm invoice) {
    if (invoice == null || invoice.kind() == null || invoice.kind() == InvoiceKind.NONE) {
      return Words.of("invoice.NONE");
    }
    return Words.of(
        "invoice." + invoice.kind().name(), text(invoice.title()), text(invoice.taxNo()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
