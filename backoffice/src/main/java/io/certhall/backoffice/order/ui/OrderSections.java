package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.certificate.ui.CertificateView;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonView;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads an order and makes the blocks of its page. */
@org.springframework.stereotype.Component
class OrderSections {

  private final Orders orders;
  private final PublishedPolicies policies;
  private final Quotes quotes;
  private final People people;
  private final Attachments attachments;
  private final MaterialPapers papers;
  private final Rejections rejections;
  private final TimelineQuery timeline;
  private final CertificateQuery certificates;

  OrderSections(
      Orders orders,
      PublishedPolicies policies,
      Quotes quotes,
      People people,
      Attachments attachments,
      MaterialPapers papers,
      Rejections rejections,
      TimelineQuery timeline,
      CertificateQuery certificates) {
    this.orders = orders;
    this.policies = policies;
    this.quotes = quotes;
    this.people = people;
    this.attachments = attachments;
    this.papers = papers;
    this.rejections = rejections;
    this.timeline = timeline;
    this.certificates = certificates;
  }

  /** An order with what its page shows. */
  record Shown(Order order, PublishedPolicy policy, List<Order.Item> items) {}

  /**
   * @throws Refusal NOT_FOUND also for what is not the actor's to see
   */
  Shown read(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    PublishedPolicy policy =
        order.policyVersionId() == null
            ? policies.active(order.hall())
            : policies.version(order.policyVersionId());
    return new Shown(order, policy, orders.items(orderNo));
  }

  Optional<ErrorSummary> rejection(Shown shown, Consumer<String> repair) {
    return RejectionNotice.of(
        rejections.of(shown.order().orderNo()).stream()
            .filter(reason -> reason.round() == shown.order().round())
            .toList(),
        shown.order(),
        repair);
  }

  List<Component> main(Actor actor, Shown shown) {
    Order order = shown.order();
    Map<Long, String> names =
        people.list(actor).stream().collect(Collectors.toMap(PersonView::id, PersonView::name));
    List<Component> blocks = new ArrayList<>();
    blocks.add(
        new Card(
            Texts.of("draft.certificates"),
            new ItemList(
                shown.items(), names, shown.policy().settings(), order.submittedAt() != null)));
    issued(actor, order).ifPresent(blocks::add);
    blocks.add(new Card(Texts.of("order.amounts"), new AmountTable(order, lines(shown))));
    blocks.add(
        new Card(
            Texts.of("draft.materials"),
            new MaterialList(attachments, papers, actor, order.orderNo(), false, () -> {})));
    if (order.isOwnedBy(actor.accountId())) {
      OrderForm.Contact contact = orders.contact(order.orderNo());
      blocks.add(new Card(Texts.of("draft.operator"), OrderFacts.operator(contact.agent())));
      blocks.add(
          new Card(
              Texts.of("draft.delivery"),
              OrderFacts.delivery(contact.delivery(), shown.policy().settings())));
      blocks.add(new Card(Texts.of("draft.invoice"), OrderFacts.invoice(contact.invoice())));
    }
    return blocks;
  }

  List<Component> side(Shown shown) {
    Order order = shown.order();
    FactList tracks =
        new FactList()
            .fact(Texts.of("order.track.pay"), Texts.of(order.payStatus()))
            .fact(Texts.of("order.track.review"), Texts.of(order.reviewStatus()))
            .fact(Texts.of("order.track.delivery"), Texts.of(order.deliveryStatus()))
            .fact(Texts.of("order.track.invoice"), Texts.of(order.invoiceStatus()));
    return List.of(
        new Card(Texts.of("order.tracks"), tracks),
        new Card(Texts.of("order.timeline"), new Timeline(timeline.of(order.orderNo()))));
  }

  private Optional<Card> issued(Actor actor, Order order) {
    List<CertificateRow> issued =
        certificates.page(
            actor,
            new CertificateQuery.Filter(null, order.orderNo(), null, "SIGNING", null),
            null,
            50);
    if (issued.isEmpty()) {
      return Optional.empty();
    }
    Div rows = new Div();
    rows.addClassName("rows");
    for (CertificateRow row : issued) {
      RouterLink link =
          new RouterLink(row.commonName(), CertificateView.class, CertificateView.of(row.serial()));
      Span validity =
          new Span(
              Texts.of(
                  "certificate.validity", Times.day(row.notBefore()), Times.day(row.notAfter())));
      validity.addClassNames("muted", "small");
      Div line = new Div(link, validity);
      line.addClassName("row");
      rows.add(line);
    }
    return Optional.of(new Card(Texts.of("order.issued"), rows));
  }

  private List<Order.Line> lines(Shown shown) {
    Order order = shown.order();
    if (!order.state().isEditable()) {
      return orders.lines(order.orderNo());
    }
    try {
      return quotes
          .quote(
              order.hall(),
              order.service(),
              order.holder(),
              shown.items().stream().map(OrderSections::form).toList())
          .lines();
    } catch (Refusal noPrice) {
      return List.of();
    }
  }

  private static ItemForm form(Order.Item item) {
    return new ItemForm(
        item.type(),
        item.personId(),
        item.years(),
        1,
        item.seals(),
        item.secondary(),
        item.certificateSerial());
  }
}
