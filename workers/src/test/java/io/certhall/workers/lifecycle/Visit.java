package io.certhall.workers.lifecycle;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static org.awaitility.Awaitility.await;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityConsent;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.PaymentSettlement;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.task.TaskQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One applicant at one hall: what he applies for and does when it is his turn. */
final class Visit {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Actor applicant;
  final AgentForm agent = new AgentForm("李四", Fresh.idNo(), Fresh.phone(), "agent@example.com");
  private final Visits hall;
  private final String code;

  Visit(Visits hall, String code, Actor applicant) {
    this.hall = hall;
    this.code = code;
    this.applicant = applicant;
  }

  /** Filled in without gaps; by courier where that is offered. */
  OrderForm form(Service service, ItemForm... items) {
    return Applications.form(settings(), agent, service, items);
  }

  HallSettings settings() {
    return hall.policies().active(code).settings();
  }

  String drafts(OrderForm form) {
    return hall.drafts().create(applicant, form);
  }

  String submits(OrderForm form) {
    String orderNo = drafts(form);
    for (MaterialView material : materials(orderNo)) {
      attaches(orderNo, material);
    }
    submits(orderNo);
    return orderNo;
  }

  void submits(String orderNo) {
    hall.submission().submit(applicant, orderNo);
  }

  List<MaterialView> materials(String orderNo) {
    return hall.attachments().materials(applicant, orderNo);
  }

  void attaches(String orderNo, MaterialView material) {
    boolean pdf = material.formats().contains("pdf");
    attaches(
        orderNo,
        material.code(),
        pdf ? "扫描件.pdf" : "扫描件.jpg",
        pdf ? SampleFiles.pdf() : SampleFiles.jpeg());
  }

  void attaches(String orderNo, String material, String fileName, byte[] content) {
    try {
      hall.attachments()
          .put(applicant, orderNo, material, fileName, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Payment opensPayment(String orderNo, PaymentMethod method) {
    reaches(orderNo, OrderState.PAYMENT_PENDING);
    return hall.payments().open(applicant, orderNo, method);
  }

  PaymentSettlement.Outcome pays(String orderNo, PaymentMethod method) {
    return reportPaid(opensPayment(orderNo, method));
  }

  PaymentSettlement.Outcome reportPaid(Payment payment) {
    return hall.settlement()
        .settle(
            payment.method(),
            code,
            new PaymentNotification(
                UUID.randomUUID().toString(),
                "nonce",
                payment.paymentNo(),
                "4200" + payment.paymentNo(),
                payment.amountFen(),
                "CNY",
                "wx",
                "1900",
                true,
                Instant.now()));
  }

  /** Pays by transfer and hands in the voucher. */
  void transfers(String orderNo) {
    Payment payment = opensPayment(orderNo, PaymentMethod.TRANSFER);
    try {
      hall.vouchers()
          .submit(
              applicant,
              payment.paymentNo(),
              List.of(
                  new TransferVouchers.Upload(
                      "回单.pdf", new ByteArrayInputStream(SampleFiles.pdf()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void agrees(String orderNo, IdentityConsent consent) {
    hall.identity().consent(access(orderNo), consent.name(), consent.version(), Locale.CHINESE);
  }

  void showsCard(String orderNo) {
    try {
      for (IdentitySide side : IdentitySide.values()) {
        hall.identity()
            .photo(
                access(orderNo),
                side,
                "card.jpg",
                new ByteArrayInputStream(
                    SampleFiles.picture("jpg", 640, side == IdentitySide.FRONT ? 400 : 401)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operator's name and number, as read from his card. */
  void provesIdentity(String orderNo) {
    hall.verdict().verify(access(orderNo), agent.name(), agent.idNo());
  }

  private IdentityAccess access(String orderNo) {
    return IdentityAccess.of(applicant, orderNo);
  }

  /** The old key is plugged in. */
  void plugsIn(String orderNo, int itemSeq, CertificateRow certificate) {
    awaits(orderNo, TaskQueue.UPDATE, itemSeq);
    hall.updates()
        .read(applicant, orderNo, itemSeq, hall.keys().read(applicant, certificate.serial()));
  }

  void reports(String orderNo, int itemSeq, boolean installed) {
    awaits(orderNo, TaskQueue.INSTALL, itemSeq);
    hall.updates().report(applicant, orderNo, itemSeq, installed, installed ? null : "写入失败");
  }

  void asksForHelp(String orderNo) {
    awaits(orderNo, TaskQueue.REPAIR, 0);
    hall.updates().handToStaff(applicant, orderNo, "重试仍失败");
  }

  void receives(String orderNo) {
    hall.shipping().confirmReceipt(applicant, orderNo);
  }

  private void awaits(String orderNo, TaskQueue queue, int itemSeq) {
    await()
        .alias(queue + " of " + orderNo + " #" + itemSeq)
        .atMost(PATIENCE)
        .until(() -> hall.tasks().waiting(orderNo, queue, itemSeq).isPresent());
  }

  Order reaches(String orderNo, OrderState state) {
    await()
        .alias(orderNo + " reaches " + state)
        .atMost(PATIENCE)
        .until(() -> order(orderNo).state() == state && (state.isEnded() || waits(orderNo)));
    return order(orderNo);
  }

  /** The state is shown as soon as it is known; the step behind it may arrive a moment later. */
  private boolean waits(String orderNo) {
    return hall.dsl()
        .fetchExists(HUMAN_TASK, HUMAN_TASK.ORDER_NO.eq(orderNo), HUMAN_TASK.STATE.eq("OPEN"));
  }

  Order order(String orderNo) {
    return hall.orders().find(orderNo).orElseThrow();
  }

  List<OrderState> states(String orderNo) {
    return hall.timeline().of(orderNo).stream().map(TimelineQuery.Entry::state).distinct().toList();
  }

  List<String> steps(String orderNo) {
    return hall.timeline().of(orderNo).stream().map(entry -> entry.kind().name()).toList();
  }

  /** The signing certificates an order gave. */
  List<CertificateRow> issued(String orderNo) {
    return hall.certificates()
        .page(
            applicant, new CertificateQuery.Filter(code, orderNo, null, "SIGNING", null), null, 20);
  }

  CertificateRow now(CertificateRow certificate) {
    return hall.certificates().get(applicant, certificate.serial());
  }

  /** Time passes for this certificate only. */
  CertificateRow expiring(CertificateRow certificate, Duration left) {
    hall.dsl()
        .update(CERTIFICATE)
        .set(CERTIFICATE.NOT_AFTER, Instant.now().plus(left))
        .where(CERTIFICATE.SERIAL.in(certificate.serial(), certificate.pairSerial()))
        .execute();
    return now(certificate);
  }
}
