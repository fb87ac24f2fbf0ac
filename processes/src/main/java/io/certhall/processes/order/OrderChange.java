package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateQuery;
import org.jspecify.annotations.Nullable;

/** The columns of an order that one business step changes. */
public final class OrderChange {

  private final Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();

  public static OrderChange of() {
    return new OrderChange();
  }

  public OrderChange state(OrderState state, Instant since) {
    return set(CERTIFICATE_ORDER.STATE, state.name()).set(CERTIFICATE_ORDER.STATE_SINCE, since);
  }

  public OrderChange payStatus(PayStatus status) {
    return set(CERTIFICATE_ORDER.PAY_STATUS, status.name());
  }

  public OrderChange reviewStatus(ReviewStatus status) {
    return set(CERTIFICATE_ORDER.REVIEW_STATUS, status.name());
  }

  public OrderChange deliveryStatus(DeliveryStatus status) {
    return set(CERTIFICATE_ORDER.DELIVERY_STATUS, status.name());
  }

  public OrderChange invoiceStatus(InvoiceStatus status) {
    return set(CERTIFICATE_ORDER.INVOICE_STATUS, status.name());
  }

  public OrderChange paid(long paidFen) {
    return set(CERTIFICATE_ORDER.PAID_FEN, paidFen);
  }

  public OrderChange refunded(long refundedFen) {
    return set(CERTIFICATE_ORDER.REFUNDED_FEN, refundedFen);
  }

  public OrderChange total(long totalFen) {
    return set(CERTIFICATE_ORDER.TOTAL_FEN, totalFen);
  }

  public OrderChange submitted(Instant at, int round, long policyVersionId) {
    return set(CERTIFICATE_ORDER.SUBMITTED_AT, at)
        .set(CERTIFICATE_ORDER.ROUND, round)
        .set(CERTIFICATE_ORDER.POLICY_VERSION_ID, policyVersionId);
  }

  public OrderChange completed(Instant at) {
    return set(CERTIFICATE_ORDER.COMPLETED_AT, at);
  }

  public OrderChange removed(Instant at) {
    return set(CERTIFICATE_ORDER.REMOVED_AT, at);
  }

  /** The engine's instance, learnt at the first step. */
  public OrderChange instance(long processInstanceKey) {
    return set(CERTIFICATE_ORDER.PROCESS_INSTANCE_KEY, processInstanceKey);
  }

  /** The order goes on in a fresh instance. */
  public OrderChange noInstance() {
    values.put(CERTIFICATE_ORDER.PROCESS_INSTANCE_KEY, null);
    return this;
  }

  public OrderChange contact(byte[] sealed) {
    return set(CERTIFICATE_ORDER.CONTACT_ENC, sealed);
  }

  /** The name an individual gave later. */
  public OrderChange applicant(String name) {
    return set(CERTIFICATE_ORDER.APPLICANT_NAME, name);
  }

  public OrderChange parts(
      @Nullable DeliveryMethod delivery,
      @Nullable InvoiceKind invoice,
      @Nullable String invoiceTitle) {
    values.put(CERTIFICATE_ORDER.DELIVERY_METHOD, delivery == null ? null : delivery.name());
    values.put(CERTIFICATE_ORDER.INVOICE_KIND, invoice == null ? null : invoice.name());
    values.put(CERTIFICATE_ORDER.INVOICE_TITLE, invoiceTitle);
    return this;
  }

  /** What a CHANGE changes; when the cause of a revocation or a loss arose. */
  public OrderChange asked(List<ChangeKind> changes, @Nullable Instant causeAt) {
    values.put(
        CERTIFICATE_ORDER.CHANGE_KINDS,
        changes.stream().map(ChangeKind::name).collect(Collectors.joining(",")));
    values.put(CERTIFICATE_ORDER.CAUSE_AT, causeAt);
    return this;
  }

  /** Whether a revocation was asked for too late after its cause. */
  public OrderChange late(boolean late) {
    return set(CERTIFICATE_ORDER.LATE, late);
  }

  /** Until when an approved revocation has to be done. */
  public OrderChange dueBy(Instant dueBy) {
    return set(CERTIFICATE_ORDER.DUE_BY, dueBy);
  }

  public OrderChange overdue() {
    return set(CERTIFICATE_ORDER.OVERDUE, true);
  }

  void forEach(BiConsumer<Field<?>, @Nullable Object> action) {
    values.forEach(action);
  }

  private <T> OrderChange set(Field<T> field, T value) {
    values.put(field, value);
    return this;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  void applyTo(UpdateQuery<?> update) {
    values.forEach((field, value) -> update.addValue((Field) field, value));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  void applyTo(Record record) {
    values.forEach((field, value) -> record.set((Field) field, value));
  }
}
