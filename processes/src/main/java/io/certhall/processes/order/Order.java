package io.certhall.processes.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the database holds it. Amounts in fen.
 *
 * @param round grows with each submission; decisions and payments belong to one round
 * @param version optimistic: a write with an older one is refused
 * @param changes what a CHANGE changes
 * @param late a revocation asked for later than the hall promises to deal with at once
 * @param dueBy until when an approved revocation has to be done; {@code overdue} when it was not
 */
public record Order(
    String orderNo,
    String hall,
    Service service,
    Holder holder,
    long accountId,
    @Nullable Long organisationId,
    String applicantName,
    OrderState state,
    PayStatus payStatus,
    ReviewStatus reviewStatus,
    DeliveryStatus deliveryStatus,
    InvoiceStatus invoiceStatus,
    int round,
    @Nullable DeliveryMethod deliveryMethod,
    @Nullable InvoiceKind invoiceKind,
    long totalFen,
    long paidFen,
    long refundedFen,
    @Nullable Long policyVersionId,
    @Nullable Long processInstanceKey,
    Instant stateSince,
    Instant createdAt,
    @Nullable Instant submittedAt,
    @Nullable Instant completedAt,
    int version,
    List<ChangeKind> changes,
    @Nullable Instant causeAt,
    boolean late,
    @Nullable Instant dueBy,
    boolean overdue) {

  /** What is still to pay; negative when more was paid than is due. */
  public long dueFen() {
    return totalFen - (paidFen - refundedFen);
  }

  public boolean isOwnedBy(long account) {
    return accountId == account;
  }

  /**
   * One certificate of the order.
   *
   * @param certificateSerial the existing signing certificate a service works on
   * @param selfUpdate the holder writes the key himself
   */
  public record Item(
      int seq,
      CertificateType type,
      @Nullable Long personId,
      int years,
      List<String> seals,
      boolean secondary,
      ItemStatus status,
      @Nullable String mediumSerial,
      @Nullable String signingCsr,
      @Nullable String certificateSerial,
      boolean selfUpdate) {}

  /** One line of the frozen price list; {@code amountFen = unitFen * quantity}. */
  public record Line(
      int itemSeq, String code, String label, long unitFen, int quantity, long amountFen) {}
}
