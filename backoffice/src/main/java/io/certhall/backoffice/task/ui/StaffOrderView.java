package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.review.ui.DocumentsPane;
import io.certhall.backoffice.review.ui.OrderFacts;
import io.certhall.backoffice.review.ui.RejectionsCard;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.application.OrderTermination;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.certificate.CaRevocation;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.privacy.Masking;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.query.VisitQuery;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One order as staff see it: where it is, how it came there, what belongs to it. */
@Route(value = "work/orders", layout = MainLayout.class)
@RolesAllowed({"REVIEWER", "PRODUCER", "DISPATCHER", "FINANCE", "MANAGER", "AUDITOR", "ADMIN"})
@StyleSheet("staff.css")
public class StaffOrderView extends Page implements HasUrlParameter<String> {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient Parts parts;

  /** What the page asks. */
  @org.springframework.stereotype.Component
  record Parts(
      Orders orders,
      PublishedPolicies policies,
      Attachments attachments,
      Rejections rejections,
      TimelineQuery timeline,
      VisitQuery visits,
      CertificateQuery certificates,
      Payments payments,
      RefundDesk refunds,
      OrderTermination termination,
      CaRevocation revocation,
      Clock clock) {}

  StaffOrderView(CurrentActor actor, Parts parts) {
    super(Texts.of("staff.orders.one"));
    this.actor = actor.get();
    this.parts = parts;
  }

  @Override
  public void setParameter(BeforeEvent event, String orderNo) {
    Order order = parts.orders().visible(actor, orderNo);
    PublishedPolicy policy =
        order.policyVersionId() == null
            ? parts.policies().active(order.hall())
            : parts.policies().version(order.policyVersionId());
    setHeading(Texts.of("staff.orders.heading", order.applicantName()));
    setLead(
        Texts.of(
            "staff.orders.lead",
            Texts.of(order.service()),
            orderNo,
            Texts.of(policy.settings().shortName()),
            Times.minute(order.submittedAt())));
    addAction(new StatusBadge(order.state()));
    Span move = new Span(StatusBadge.mover(order.state(), false));
    move.addClassNames("muted", "small");
    addAction(move);
    if (actor.has(Role.REVIEWER) && parts.termination().isPossible(order)) {
      addAction(
          new Button(
              Texts.of("staff.terminate"),
              click -> new TerminationDialog(order, reason -> terminate(orderNo, reason)).open()));
    }
    add(
        new Card(
            Texts.of("staff.orders.path"),
            ProcessDiagram.ofOrder(
                policy,
                parts.visits().of(orderNo),
                order.state().isEnded(),
                parts.clock().instant())));
    List<MaterialView> materials = parts.attachments().materials(actor, orderNo);
    List<Rejections.Rejection> rejections = parts.rejections().of(orderNo);
    if (!rejections.isEmpty()) {
      add(new RejectionsCard(rejections, materials));
    }
    addCertificates(orderNo);
    List<Payment> payments = parts.payments().of(actor, orderNo);
    if (!payments.isEmpty()) {
      add(new PaymentsCard(payments, parts.refunds().of(actor, orderNo)));
    }
    Div left =
        new Div(
            new PriceCard(order, parts.orders().lines(orderNo)),
            new TimelineCard(parts.timeline().of(orderNo)));
    left.addClassName("stack");
    Div columns =
        new Div(
            OrderFacts.toRead(
                new OrderFacts.Facts(
                    order,
                    parts.orders().items(orderNo),
                    masked(parts.orders().contact(orderNo)),
                    Map.of(),
                    Map.of()),
                policy.settings()),
            left);
    columns.addClassName("columns");
    add(columns);
    if (actor.has(Role.REVIEWER) || actor.has(Role.AUDITOR)) {
      add(new DocumentsPane(materials, code -> parts.attachments().open(actor, orderNo, code)));
    }
  }

  private void terminate(String orderNo, String reason) {
    parts.termination().terminate(actor, orderNo, reason);
    Refusals.showSuccess(Texts.of("staff.terminated"));
    UI.getCurrent().refreshCurrentRoute(false);
  }

  private void addCertificates(String orderNo) {
    List<CertificateRow> rows =
        parts
            .certificates()
            .page(
                actor, new CertificateQuery.Filter(null, orderNo, null, "SIGNING", null), null, 20);
    if (rows.isEmpty()) {
      return;
    }
    Card card = new Card(Texts.of("staff.orders.certificates"));
    for (CertificateRow row : rows) {
      Span name = new Span(row.commonName());
      Span serial = new Span(row.serial());
      serial.addClassNames("mono", "small");
      Span key =
          new Span(Texts.of("staff.production.key", Objects.toString(row.mediumSerial(), "—")));
      key.addClassNames("mono", "small");
      Span until = new Span(Texts.of("staff.orders.until", Times.day(row.notAfter())));
      until.addClassNames("muted", "small");
      Div line = new Div(name, serial, key, until);
      line.addClassName("produced-row");
      if (actor.has(Role.MANAGER)
          && CaRevocation.isPossible(CertificateState.valueOf(row.state()))) {
        line.add(revokeButton(row));
      }
      card.add(line);
    }
    add(card);
  }

  private Button revokeButton(CertificateRow row) {
    Button button =
        new Button(
            Texts.of("staff.revoke"),
            click ->
                new CaRevocationDialog(
                        row.commonName(),
                        (ground, note) -> {
                          parts.revocation().revoke(actor, row.serial(), ground, note);
                          Refusals.showSuccess(Texts.of("staff.revoked"));
                          UI.getCurrent().refreshCurrentRoute(false);
                        })
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
    return button;
  }

  /** Only reviewers, in a review, see numbers in clear. */
  private static OrderForm.Contact masked(OrderForm.Contact contact) {
    OrderForm.AgentForm agent = contact.agent();
    return new OrderForm.Contact(
        agent == null
            ? null
            : new OrderForm.AgentForm(
                agent.name(),
                agent.idNo() == null ? null : Masking.idNumber(agent.idNo()),
                agent.phone() == null ? null : Masking.phone(agent.phone()),
                agent.email(),
                agent.idType()),
        contact.delivery(),
        contact.invoice(),
        null,
        null,
        null,
        contact.answers());
  }
}
