package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;

import java.util.Arrays;
import java.util.List;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** An order as its row holds it. */
final class OrderRow {

  /** All of {@link Order}; the contact data, sealed and long, are read by those who need them. */
  static final List<SelectField<?>> COLUMNS =
      List.of(
          CERTIFICATE_ORDER.ORDER_NO,
          CERTIFICATE_ORDER.HALL,
          CERTIFICATE_ORDER.SERVICE,
          CERTIFICATE_ORDER.HOLDER,
          CERTIFICATE_ORDER.ACCOUNT_ID,
          CERTIFICATE_ORDER.ORGANISATION_ID,
          CERTIFICATE_ORDER.APPLICANT_NAME,
          CERTIFICATE_ORDER.STATE,
          CERTIFICATE_ORDER.PAY_STATUS,
          CERTIFICATE_ORDER.REVIEW_STATUS,
          CERTIFICATE_ORDER.DELIVERY_STATUS,
          CERTIFICATE_ORDER.INVOICE_STATUS,
          CERTIFICATE_ORDER.ROUND,
          CERTIFICATE_ORDER.DELIVERY_METHOD,
          CERTIFICATE_ORDER.INVOICE_KIND,
          CERTIFICATE_ORDER.TOTAL_FEN,
          CERTIFICATE_ORDER.PAID_FEN,
          CERTIFICATE_ORDER.REFUNDED_FEN,
          CERTIFICATE_ORDER.POLICY_VERSION_ID,
          CERTIFICATE_ORDER.PROCESS_INSTANCE_KEY,
          CERTIFICATE_ORDER.STATE_SINCE,
          CERTIFICATE_ORDER.CREATED_AT,
          CERTIFICATE_ORDER.SUBMITTED_AT,
          CERTIFICATE_ORDER.COMPLETED_AT,
          CERTIFICATE_ORDER.ROW_VERSION,
          CERTIFICATE_ORDER.CHANGE_KINDS,
          CERTIFICATE_ORDER.CAUSE_AT,
          CERTIFICATE_ORDER.LATE,
          CERTIFICATE_ORDER.DUE_BY,
          CERTIFICATE_ORDER.OVERDUE);

  private OrderRow() {}

  static Order toOrder(Record row) {
    return new Order(
        row.get(CERTIFICATE_ORDER.ORDER_NO),
        row.get(CERTIFICATE_ORDER.HALL),
        Service.valueOf(row.get(CERTIFICATE_ORDER.SERVICE)),
        Holder.valueOf(row.get(CERTIFICATE_ORDER.HOLDER)),
        row.get(CERTIFICATE_ORDER.ACCOUNT_ID),
        row.get(CERTIFICATE_ORDER.ORGANISATION_ID),
        row.get(CERTIFICATE_ORDER.APPLICANT_NAME),
        OrderState.valueOf(row.get(CERTIFICATE_ORDER.STATE)),
        PayStatus.valueOf(row.get(CERTIFICATE_ORDER.PAY_STATUS)),
        ReviewStatus.valueOf(row.get(CERTIFICATE_ORDER.REVIEW_STATUS)),
        DeliveryStatus.valueOf(row.get(CERTIFICATE_ORDER.DELIVERY_STATUS)),
        InvoiceStatus.valueOf(row.get(CERTIFICATE_ORDER.INVOICE_STATUS)),
        row.get(CERTIFICATE_ORDER.ROUND),
        optional(DeliveryMethod.class, row.get(CERTIFICATE_ORDER.DELIVERY_METHOD)),
        optional(InvoiceKind.class, row.get(CERTIFICATE_ORDER.INVOICE_KIND)),
        row.get(CERTIFICATE_ORDER.TOTAL_FEN),
        row.get(CERTIFICATE_ORDER.PAID_FEN),
        row.get(CERTIFICATE_ORDER.REFUNDED_FEN),
        row.get(CERTIFICATE_ORDER.POLICY_VERSION_ID),
        row.get(CERTIFICATE_ORDER.PROCESS_INSTANCE_KEY),
        row.get(CERTIFICATE_ORDER.STATE_SINCE),
        row.get(CERTIFICATE_ORDER.CREATED_AT),
        row.get(CERTIFICATE_ORDER.SUBMITTED_AT),
        row.get(CERTIFICATE_ORDER.COMPLETED_AT),
        row.get(CERTIFICATE_ORDER.ROW_VERSION),
        codes(row.get(CERTIFICATE_ORDER.CHANGE_KINDS)).stream().map(ChangeKind::valueOf).toList(),
        row.get(CERTIFICATE_ORDER.CAUSE_AT),
        row.get(CERTIFICATE_ORDER.LATE),
        row.get(CERTIFICATE_ORDER.DUE_BY),
        row.get(CERTIFICATE_ORDER.OVERDUE));
  }

  private static <E extends Enum<E>> @Nullable E optional(Class<E> type, @Nullable String code) {
    return code == null ? null : Enum.valueOf(type, code);
  }

  static List<String> codes(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
  }
}
