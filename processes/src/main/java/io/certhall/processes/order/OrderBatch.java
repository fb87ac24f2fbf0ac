package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /** An order with the items that are not done yet. */
  public record Entry(Order order, List<Integer> openItems) {}

  public record Change(Order order, OrderChange change) {}

  /** Reads and holds the rows, in the order of their numbers so that two batches can't deadlock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Entry> lock(Collection<String> orderNos) {
    Map<String, List<Integer>> items =
        dsl.select(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ)
            .from(ORDER_ITEM)
            .where(ORDER_ITEM.ORDER_NO.in(orderNos), ORDER_ITEM.STATUS.ne(ItemStatus.DONE.name()))
            .orderBy(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ)
            .fetchGroups(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ);
    return dsl.selectFrom(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.in(orderNos))
        .orderBy(CERTIFICATE_ORDER.ORDER_NO)
        .forUpdate()
        .fetchMap(
            CERTIFICATE_ORDER.ORDER_NO,
            row ->
                new Entry(
                    JooqOrderRepository.toOrder(row),
                    items.getOrDefault(row.getOrderNo(), List.of())));
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
