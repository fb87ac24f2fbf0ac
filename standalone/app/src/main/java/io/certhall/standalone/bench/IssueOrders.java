package io.certhall.standalone.bench;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import io.certhall.db.generated.tables.records.OrderItemRecord;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Paid orders whose key is made, each waiting for one pair: copies of one real order. */
class IssueOrders {

  private static final int BATCH = 500;

  private final DSLContext dsl;
  private final BenchOrders orders;
  private final BenchStaff staff;
  private final OrderSubmission submission;
  private @Nullable CertificateOrderRecord order;
  private @Nullable OrderItemRecord item;
  private int made;

  IssueOrders(DSLContext dsl, BenchOrders orders, BenchStaff staff, OrderSubmission submission) {
    this.dsl = dsl;
    this.orders = orders;
    this.staff = staff;
    this.submission = submission;
  }

  /** Once, while the engine is there. */
  void model() {
    String orderNo = orders.prepare(1).getFirst();
    submission.submit(staff.applicantOf(orderNo), orderNo);
    CertificateOrderRecord first =
        dsl.fetchSingle(CERTIFICATE_ORDER, CERTIFICATE_ORDER.ORDER_NO.eq(orderNo));
    first.setState(OrderState.ISSUE_PENDING.name());
    first.setPaidFen(first.getTotalFen());
    OrderItemRecord certificate = dsl.fetchSingle(ORDER_ITEM, ORDER_ITEM.ORDER_NO.eq(orderNo));
    certificate.setStatus(ItemStatus.IN_PROGRESS.name());
    certificate.setSigningCsr(new RawSigning().request());
    order = first;
    item = certificate;
  }

  List<String> make(int count) {
    CertificateOrderRecord firstOrder = Objects.requireNonNull(order);
    OrderItemRecord firstItem = Objects.requireNonNull(item);
    List<String> orderNos = new ArrayList<>();
    for (int start = 0; start < count; start += BATCH) {
      List<CertificateOrderRecord> orderRows = new ArrayList<>();
      List<OrderItemRecord> itemRows = new ArrayList<>();
      for (int i = start; i < Math.min(count, start + BATCH); i++) {
        String orderNo = "BENCH%08d".formatted(++made);
        CertificateOrderRecord copy = firstOrder.copy();
        copy.setOrderNo(orderNo);
        orderRows.add(copy);
        OrderItemRecord one = firstItem.copy();
        one.setOrderNo(orderNo);
        one.setSeq(1);
        one.setMediumSerial(orderNo);
        itemRows.add(one);
        orderNos.add(orderNo);
      }
      dsl.batchInsert(orderRows).execute();
      dsl.batchInsert(itemRows).execute();
    }
    return orderNos;
  }
}
