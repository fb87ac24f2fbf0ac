package io.certhall.workers.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import io.certhall.db.generated.tables.records.OrderItemRecord;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import io.certhall.workers.ca.SimulatedMedium;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Orders whose keys are made and that wait for their certificates, as many as wanted. */
class PaidOrders {

  private static final int BATCH = 500;

  private final DSLContext dsl;
  private final TestOrders orders;

  PaidOrders(DSLContext dsl, TestOrders orders) {
    this.dsl = dsl;
    this.orders = orders;
  }

  /** Copies of one real order; every fourth has two certificates. */
  List<String> make(String prefix, int count) {
    Actor applicant = orders.applicant();
    String model =
        orders.draft(
            applicant,
            TestOrders.form(null, TestOrders.item(CertificateType.ORG_BUSINESS, "OFFICIAL")));
    orders.submit(applicant, model);
    CertificateOrderRecord order =
        dsl.fetchSingle(CERTIFICATE_ORDER, CERTIFICATE_ORDER.ORDER_NO.eq(model));
    OrderItemRecord item = dsl.fetchSingle(ORDER_ITEM, ORDER_ITEM.ORDER_NO.eq(model));
    String request = SimulatedMedium.create(new SecureRandom()).request("测试介质");
    List<String> made = new ArrayList<>();
    List<CertificateOrderRecord> orderRows = new ArrayList<>();
    List<OrderItemRecord> itemRows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String orderNo = "%s%06d".formatted(prefix, i);
      made.add(orderNo);
      CertificateOrderRecord copy = order.copy();
      copy.setOrderNo(orderNo);
      copy.setState(OrderState.ISSUE_PENDING.name());
      copy.setPaidFen(order.getTotalFen());
      orderRows.add(copy);
      for (int seq = 1; seq <= (i % 4 == 0 ? 2 : 1); seq++) {
        OrderItemRecord one = item.copy();
        one.setOrderNo(orderNo);
        one.setSeq(seq);
        one.setStatus(ItemStatus.IN_PROGRESS.name());
        one.setMediumSerial(orderNo + "-" + seq);
        one.setSigningCsr(request);
        itemRows.add(one);
      }
      if (orderRows.size() == BATCH || i == count) {
        dsl.batchInsert(orderRows).execute();
        dsl.batchInsert(itemRows).execute();
        orderRows.clear();
        itemRows.clear();
      }
    }
    return made;
  }
}
