package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Several orders at once, for steps that arrive in bursts. */
@Component
public class OrderBatch {

  private final DSLContext dsl;

  OrderBatch(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** An order with its items. */
  public record Entry(Order order, List<Integer> allItems, List<Integer> openItems) {

    /** Those a step still has to deal with; all of them when a further step begins anew. */
    public List<Integer> pendingItems() {
      return openItems.isEmpty() ? allItems : openItems;
    }
  }

  private record Seq(String orderNo, int seq, String status) {

    boolean isOpen() {
      return !status.equals(ItemStatus.DONE.name());
    }
  }

  public record Change(Order order, OrderChange change) {}

  /** Reads and holds the rows, in the order of their numbers so that two batches can't deadlock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Entry> lock(Collection<String> orderNos) {
    Map<String, List<Seq>> items =
        dsl
            .select(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ, ORDER_ITEM.STATUS)
            .from(ORDER_ITEM)
            .where(ORDER_ITEM.ORDER_NO.in(orderNos))
            .orderBy(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ)
            .fetch(org.jooq.Records.mapping(Seq::new))
            .stream()
            .collect(Collectors.groupingBy(Seq::orderNo));
    return dsl.selectFrom(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.in(orderNos))
        .orderBy(CERTIFICATE_ORDER.ORDER_NO)
        .forUpdate()
        .fetchMap(
            CERTIFICATE_ORDER.ORDER_NO,
            row -> entry(row, items.getOrDefault(row.getOrderNo(), List.of())));
  }

  private static Entry entry(CertificateOrderRecord row, List<Seq> items) {
    return new Entry(
        OrderRow.toOrder(row),
        items.stream().map(Seq::seq).toList(),
        items.stream().filter(Seq::isOpen).map(Seq::seq).toList());
  }

  /** The rows are held, so no version can be stale; it still grows for readers outside. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    dsl.batch(
            changes.stream()
                .map(
                    change -> {
                      var update = dsl.updateQuery(CERTIFICATE_ORDER);
                      change.change().applyTo(update);
                      update.addValue(CERTIFICATE_ORDER.ROW_VERSION, change.order().version() + 1);
                      update.addConditions(CERTIFICATE_ORDER.ORDER_NO.eq(change.order().orderNo()));
                      return update;
                    })
                .toList())
        .execute();
  }
}
