package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.UpdateQuery;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Several orders at once, for steps that arrive in bursts. */
@Component
public class OrderBatch {

  private final DSLContext dsl;
  private final DSLContext inline;

  OrderBatch(DSLContext dsl) {
    this.dsl = dsl;
    this.inline =
        DSL.using(
            dsl.configuration()
                .deriveSettings(
                    settings -> settings.withStatementType(StatementType.STATIC_STATEMENT)));
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
    Map<String, Entry> entries = new HashMap<>();
    lockOrders(orderNos)
        .forEach(
            (orderNo, order) ->
                entries.put(orderNo, entry(order, items.getOrDefault(orderNo, List.of()))));
    return entries;
  }

  /** The same without items. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Order> lockOrders(Collection<String> orderNos) {
    return dsl.select(OrderRow.COLUMNS)
        .from(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.in(orderNos))
        .orderBy(CERTIFICATE_ORDER.ORDER_NO)
        .forUpdate()
        .fetchMap(CERTIFICATE_ORDER.ORDER_NO, OrderRow::toOrder);
  }

  private static Entry entry(Order order, List<Seq> items) {
    return new Entry(
        order,
        items.stream().map(Seq::seq).toList(),
        items.stream().filter(Seq::isOpen).map(Seq::seq).toList());
  }

  /**
   * All in one statement. The rows are held, so no version can be stale; it still grows for readers
   * outside. Its text differs from batch to batch: values stand in it, nothing is prepared.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Set<String> orderNos = new TreeSet<>();
    Map<Field<?>, Map<String, @Nullable Object>> columns = new LinkedHashMap<>();
    for (Change change : changes) {
      String orderNo = change.order().orderNo();
      orderNos.add(orderNo);
      change
          .change()
          .forEach(
              (column, value) ->
                  columns.computeIfAbsent(column, any -> new TreeMap<>()).put(orderNo, value));
    }
    var update = inline.updateQuery(CERTIFICATE_ORDER);
    columns.forEach((column, values) -> set(update, column, values, orderNos.size()));
    update.addValue(CERTIFICATE_ORDER.ROW_VERSION, CERTIFICATE_ORDER.ROW_VERSION.plus(1));
    update.addConditions(CERTIFICATE_ORDER.ORDER_NO.in(orderNos));
    update.execute();
  }

  /** Each order's own value; orders that don't change the column keep theirs. */
  private static <T> void set(
      UpdateQuery<?> update, Field<T> column, Map<String, @Nullable Object> values, int orders) {
    Set<@Nullable Object> different = new HashSet<>(values.values());
    if (values.size() == orders && different.size() == 1) {
      update.addValue(column, DSL.val(different.iterator().next(), column));
      return;
    }
    Map<Field<String>, Field<T>> choices = new LinkedHashMap<>();
    values.forEach(
        (orderNo, value) ->
            choices.put(DSL.val(orderNo, CERTIFICATE_ORDER.ORDER_NO), DSL.val(value, column)));
    update.addValue(
        column, DSL.choose(CERTIFICATE_ORDER.ORDER_NO).mapFields(choices).otherwise(column));
  }
}
