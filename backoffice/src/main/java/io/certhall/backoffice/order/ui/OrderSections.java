package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.certificate.ui.CertificateView;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallField;
import io.certhall.processes.application.OrderContents;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderContacts;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.OrderPeople;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads an order and makes the blocks of its page. */
@org.springframework.stereotype.Component
class OrderSections {

  private static final int MOST_CERTIFICATES = 200;

  private final Orders orders;
  private final PublishedPolicies policies;
  private final OrderContents contents;
  private final OrderContacts contacts;
  private final OrderPeople people;
  private final Attachments attachments;
  private final MaterialPapers papers;
  private final Rejections rejections;
  private final CertificateQuery certificates;

  OrderSections(
      Orders orders,
      PublishedPolicies policies,
      OrderContents contents,
      OrderContacts contacts,
      OrderPeople people,
      Attachments attachments,
      MaterialPapers papers,
      Rejections rejections,
      CertificateQuery certificates) {
    this.orders = orders;
    this.policies = policies;
    this.contents = contents;
    this.contacts = contacts;
    this.people = people;
    this.attachments = attachments;
    this.papers = papers;
    this.rejections = rejections;
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

  List<Component> blocks(Actor actor, Shown shown) {
    Order order = shown.order();
    String orderNo = order.orderNo();
    List<Component> blocks = new ArrayList<>();
    issued(actor, shown).ifPresent(blocks::add);
    blocks.add(
        new Card(
            Texts.of("draft.certificates"),
            new ItemList(
                shown.items(),
                people.of(orderNo),
                contents.lines(actor, orderNo),
                shown.policy().settings(),
                order.submittedAt() != null)));
    blocks.add(
        new Card(
            Texts.of("order.amounts"), new AmountTable(order, contents.lines(actor, orderNo))));
    if (!attachments.materials(actor, orderNo).isEmpty()) {
      blocks.add(
          new Card(
              Texts.of("material.title"),
              new MaterialList(
                  attachments, papers, actor, orderNo, order.hall(), false, () -> {})));
    }
    OrderForm.Contact contact = contacts.of(actor, orderNo);
    if (contact.change() != null) {
      blocks.add(1, new Card(Texts.of("change.title"), new ChangeTable(contact.change(), true)));
    }
    if (contact.statement() != null) {
      blocks.add(
          1, new Card(Texts.of("statement.title"), OrderFacts.statement(contact.statement())));
    }
    List<HallField> fields =
        shown.policy().settings().fields(order.service().name(), order.holder().name());
    if (!fields.isEmpty()) {
      blocks.add(
          new Card(Texts.of("draft.hallFields"), OrderFacts.answers(fields, contact.answers())));
    }
    if (contact.person() != null) {
      blocks.add(new Card(Texts.of("draft.person"), OrderFacts.maskedPerson(contact.person())));
    }
    blocks.add(new Card(Texts.of("draft.operator"), OrderFacts.maskedOperator(contact.agent())));
    if (contact.delivery() != null) {
      blocks.add(
          new Card(
              Texts.of("draft.delivery"),
              OrderFacts.maskedDelivery(contact.delivery(), shown.policy().settings())));
    }
    if (contact.invoice() != null) {
      blocks.add(new Card(Texts.of("draft.invoice"), OrderFacts.invoice(contact.invoice())));
    }
    return blocks;
  }

  private Optional<Card> issued(Actor actor, Shown shown) {
    List<CertificateRow> issued =
        certificates.page(
            actor,
            new CertificateQuery.Filter(null, shown.order().orderNo(), null, "SIGNING", null),
            null,
            MOST_CERTIFICATES);
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
      Span type =
          new Span(Texts.of(shown.policy().settings().certificateType(row.type().name()).label()));
      type.addClassNames("muted", "small");
      Div words = new Div(link, type);
      words.addClassName("row-words");
      Div line = new Div(words, validity);
      line.addClassName("row");
      rows.add(line);
    }
    return Optional.of(new Card(Texts.of("order.issued"), rows));
  }
}
