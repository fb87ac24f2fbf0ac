package io.certhall.processes.payment;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.attachment.CheckedFile;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The applicant's side of a bank transfer: where to, and the proof that it was made. */
@Service
public class TransferVouchers {

  /** Pictures of a receipt, or the bank's own file. */
  public static final List<String> FORMATS = List.of("jpg", "jpeg", "png", "pdf");

  public static final long MAX_BYTES = 5L * 1024 * 1024;
  public static final int MOST_FILES = 2;

  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final VoucherRepository vouchers;
  private final HumanTasks tasks;
  private final OrderHistory history;
  private final PublishedPolicies policies;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TransferVouchers(
      Orders orders,
      JooqPaymentRepository payments,
      VoucherRepository vouchers,
      HumanTasks tasks,
      OrderHistory history,
      PublishedPolicies policies,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.vouchers = vouchers;
    this.tasks = tasks;
    this.history = history;
    this.policies = policies;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A file as it arrives; closed by who opened it. */
  public record Upload(@Nullable String fileName, InputStream content) {}

  /** The account an order's transfer goes to, as the policy says under which it was submitted. */
  public Optional<TransferAccount> account(Order order) {
    HallSettings.@Nullable BankAccount account =
        policies.under(order.hall(), order.policyVersionId()).settings().bankAccount();
    return account == null
        ? Optional.empty()
        : Optional.of(
            new TransferAccount(
                account.name(), account.bank(), account.account(), order.orderNo()));
  }

  /**
   * Hands in one or two vouchers: the order goes to finance. Not for use inside a transaction.
   *
   * @throws Refusal NOT_FOUND for a foreign payment; RULE for more than two files, TOO_LARGE,
   *     UNSUPPORTED_TYPE; CONFLICT when the payment does not wait for a voucher
   * @throws IOException when a file does not arrive
   */
  public void submit(Actor actor, String paymentNo, List<Upload> uploads) throws IOException {
    requireAwaited(own(actor, paymentNo));
    if (uploads.isEmpty()) {
      throw Refusal.rule("file", "VOUCHER_MISSING");
    }
    if (uploads.size() > MOST_FILES) {
      throw Refusal.rule("file", "VOUCHERS_TOO_MANY", MOST_FILES);
    }
    List<CheckedFile> files = new ArrayList<>();
    for (Upload upload : uploads) {
      files.add(
          CheckedFile.read(upload.content(), upload.fileName(), MAX_BYTES, FORMATS, "voucher"));
    }
    transaction.executeWithoutResult(status -> store(actor, paymentNo, files));
  }

  private void store(Actor actor, String paymentNo, List<CheckedFile> files) {
    Payment seen = own(actor, paymentNo);
    Order order = orders.lockedOwn(actor, seen.orderNo());
    Payment payment = payments.find(paymentNo).orElseThrow();
    requireAwaited(payment);
    if (order.state() != OrderState.PAYMENT_PENDING || order.dueFen() != payment.amountFen()) {
      throw Refusal.conflict("NOTHING_TO_PAY");
    }
    HumanTask waiting =
        tasks
            .waiting(order.orderNo(), TaskQueue.PAYMENT)
            .orElseThrow(() -> Refusal.conflict("STEP_NOT_READY"));
    Instant now = clock.instant();
    for (int i = 0; i < files.size(); i++) {
      vouchers.insert(paymentNo, i + 1, files.get(i), now);
    }
    payments.checking(payment);
    orders.change(order, OrderChange.of().payStatus(PayStatus.CHECKING));
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            OrderEventKind.VOUCHER_SUBMITTED,
            order.state(),
            order.round(),
            waiting.elementId(),
            actor,
            paymentNo));
    audit.record(
        actor,
        "payment.voucher-submitted",
        "payment",
        paymentNo,
        order.hall(),
        order.orderNo() + ", " + payment.amountFen() + " fen, " + files.size() + " files");
    tasks.complete(actor, waiting, order, "VOUCHER", Map.of("voucher", true));
  }

  @Transactional(readOnly = true)
  public List<VoucherView> of(Actor actor, String paymentNo) {
    visible(actor, paymentNo);
    return vouchers.of(paymentNo);
  }

  /** A voucher's content; a look of the staff is on record. */
  @Transactional
  public StoredFile open(Actor actor, String paymentNo, int seq) {
    Payment payment = visible(actor, paymentNo);
    CheckedFile file =
        vouchers
            .file(paymentNo, seq)
            .orElseThrow(() -> Refusal.notFound("ATTACHMENT_UNKNOWN", seq));
    if (!orders.visible(actor, payment.orderNo()).isOwnedBy(actor.accountId())) {
      audit.record(
          actor, "payment.voucher-read", "payment", paymentNo, payment.hall(), "file " + seq);
    }
    return new StoredFile(file.fileName(), file.format(), file.content());
  }

  private static void requireAwaited(Payment payment) {
    if (payment.method() != PaymentMethod.TRANSFER) {
      throw Refusal.rule("method", "NOT_A_TRANSFER");
    }
    if (payment.state() != PaymentState.OPEN) {
      throw Refusal.conflict("VOUCHER_NOT_AWAITED");
    }
  }

  private Payment own(Actor actor, String paymentNo) {
    Payment payment = visible(actor, paymentNo);
    if (!orders.visible(actor, payment.orderNo()).isOwnedBy(actor.accountId())) {
      throw Refusal.notFound("PAYMENT_UNKNOWN", paymentNo);
    }
    return payment;
  }

  private Payment visible(Actor actor, String paymentNo) {
    Payment payment =
        payments.find(paymentNo).orElseThrow(() -> Refusal.notFound("PAYMENT_UNKNOWN", paymentNo));
    orders.visible(actor, payment.orderNo());
    return payment;
  }
}
