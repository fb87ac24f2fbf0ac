package io.certhall.processes.support;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes orders of the hall {@link #HALL}. */
public class TestOrders {

  public static final String HALL = "gscamce";

  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final Attachments attachments;
  private final Orders orders;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TestOrders(
      OrderDrafts drafts,
      OrderSubmission submission,
      Attachments attachments,
      Orders orders,
      TestAccounts accounts,
      TestOrganisations organisations,
      TransactionTemplate transaction,
      Clock clock) {
    this.drafts = drafts;
    this.submission = submission;
    this.attachments = attachments;
    this.orders = orders;
    this.accounts = accounts;
    this.organisations = organisations;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An applicant whose organisation the hall has approved. */
  public Actor applicant() {
    Actor applicant = accounts.applicant();
    organisations.approved(applicant, HALL);
    return applicant;
  }

  public static ItemForm item(CertificateType type, String... seals) {
    return new ItemForm(type, null, 1, 1, List.of(seals), false, null);
  }

  /** A complete form; invoice NORMAL to {@code title}, or none without a title. */
  public static OrderForm form(@org.jspecify.annotations.Nullable String title, ItemForm... items) {
    return new OrderForm(
        HALL,
        Service.NEW,
        Holder.ORGANISATION,
        List.of(items),
        new OrderForm.AgentForm("李四", Fresh.idNo(), Fresh.phone(), "agent@example.com"),
        new OrderForm.DeliveryForm(
            DeliveryMethod.COURIER, "李四", Fresh.phone(), "甘肃省/兰州市/城关区", "东岗西路1号"),
        new OrderForm.InvoiceForm(
            title == null ? InvoiceKind.NONE : InvoiceKind.NORMAL,
            title,
            title == null ? null : Fresh.creditCode(),
            null,
            null,
            null,
            null,
            null),
        List.of(new OrderForm.AgreementForm("SERVICE", "2026-1", null)));
  }

  /** A draft for one organisation certificate with three seals: 650 yuan. */
  public String draft(Actor applicant) {
    return drafts.create(
        applicant,
        form("甘肃测试建设有限公司", item(CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT")));
  }

  public String draft(Actor applicant, OrderForm form) {
    return drafts.create(applicant, form);
  }

  public void attachAll(Actor applicant, String orderNo) {
    for (MaterialView material : attachments.materials(applicant, orderNo)) {
      boolean pdf = material.formats().contains("pdf");
      attach(
          applicant,
          orderNo,
          material.code(),
          pdf ? "扫描件.pdf" : "印模.jpg",
          pdf ? SampleFiles.pdf() : SampleFiles.jpeg());
    }
  }

  public void attach(Actor actor, String orderNo, String code, String name, byte[] content) {
    try {
      attachments.put(actor, orderNo, code, name, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A complete order that waits for its review. */
  public String submitted(Actor applicant) {
    String orderNo = draft(applicant);
    submit(applicant, orderNo);
    return orderNo;
  }

  public void submit(Actor applicant, String orderNo) {
    attachAll(applicant, orderNo);
    submission.submit(applicant, orderNo);
  }

  /** As if the engine had brought the order there. */
  public void move(String orderNo, OrderState state) {
    change(orderNo, OrderChange.of().state(state, clock.instant()));
  }

  public void change(String orderNo, OrderChange change) {
    transaction.executeWithoutResult(status -> orders.change(orders.locked(orderNo), change));
  }

  public Order order(String orderNo) {
    return orders.find(orderNo).orElseThrow();
  }
}
