package io.certhall.backoffice.api.order;

import io.certhall.backoffice.api.ApiTexts;
import io.certhall.backoffice.api.Language;
import io.certhall.processes.application.ChangeComparison;
import io.certhall.processes.application.OrderContents;
import io.certhall.processes.application.OrderReminders;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.delivery.ShipmentQuery;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderContacts;
import io.certhall.processes.order.OrderForm.Contact;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderPeople;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what an order's page shows. */
@Component
class OrderDetails {

  private final Orders orders;
  private final OrderContacts contacts;
  private final OrderPeople people;
  private final OrderContents contents;
  private final Attachments attachments;
  private final Rejections rejections;
  private final ShipmentQuery shipments;
  private final ChangeComparison comparison;
  private final InboundDesk inbound;
  private final RemoteDesk remote;
  private final CertificateRegister certificates;

  OrderDetails(
      Orders orders,
      OrderContacts contacts,
      OrderPeople people,
      OrderContents contents,
      Attachments attachments,
      Rejections rejections,
      ShipmentQuery shipments,
      ChangeComparison comparison,
      InboundDesk inbound,
      RemoteDesk remote,
      CertificateRegister certificates) {
    this.orders = orders;
    this.contacts = contacts;
    this.people = people;
    this.contents = contents;
    this.attachments = attachments;
    this.rejections = rejections;
    this.shipments = shipments;
    this.comparison = comparison;
    this.inbound = inbound;
    this.remote = remote;
    this.certificates = certificates;
  }

  OrderDetail of(Actor actor, String orderNo, Language language) {
    Order order = orders.visible(actor, orderNo);
    Contact contact = contacts.of(actor, orderNo);
    NextAction next = NextAction.of(order.state());
    boolean onCertificates = order.service() != Service.NEW;
    return new OrderDetail(
        order.orderNo(),
        order.hall(),
        order.service(),
        order.holder(),
        order.applicantName(),
        order.state(),
        ApiTexts.text("state." + order.state(), language),
        order.payStatus(),
        order.reviewStatus(),
        order.deliveryStatus(),
        order.invoiceStatus(),
        next,
        ApiTexts.text("action." + next, language),
        order.state().mover(),
        OrderReminders.isRemindable(order.state()),
        order.round(),
        order.version(),
        order.totalFen(),
        order.paidFen(),
        order.refundedFen(),
        order.dueFen(),
        items(orderNo),
        contents.lines(actor, orderNo).stream().map(LineBody::of).toList(),
        attachments.materials(actor, orderNo).stream()
            .map(material -> material(material, language))
            .toList(),
        rejections.of(orderNo),
        contents.agreements(actor, orderNo),
        contact.agent(),
        contact.delivery(),
        contact.invoice(),
        contact.change(),
        contact.statement(),
        contact.person(),
        contact.answers(),
        contact.change() == null ? null : comparison.of(actor, orderNo),
        order.late(),
        order.dueBy(),
        order.overdue(),
        shipments.of(orderNo).orElse(null),
        onCertificates ? inbound.of(orderNo).orElse(null) : null,
        onCertificates ? remote.of(orderNo) : null,
        order.createdAt(),
        order.stateSince(),
        order.submittedAt(),
        order.completedAt());
  }

  private List<OrderDetail.Item> items(String orderNo) {
    Map<Long, String> names = people.of(orderNo);
    Map<Integer, HeldCertificate> issued = certificates.issuedFor(orderNo);
    return orders.items(orderNo).stream()
        .map(
            item ->
                new OrderDetail.Item(
                    item.seq(),
                    item.type(),
                    item.personId() == null ? null : item.personId().toString(),
                    item.personId() == null ? null : names.get(item.personId()),
                    item.years(),
                    item.seals(),
                    item.secondary(),
                    item.status(),
                    item.mediumSerial(),
                    item.certificateSerial(),
                    issued.containsKey(item.seq()) ? issued.get(item.seq()).serial() : null))
        .toList();
  }

  private static OrderDetail.Material material(MaterialView material, Language language) {
    return new OrderDetail.Material(
        material.code(),
        language == Language.EN ? material.labelEn() : material.labelZh(),
        material.required(),
        material.formats(),
        material.maxBytes(),
        material.template(),
        material.sample(),
        material.attached());
  }
}
