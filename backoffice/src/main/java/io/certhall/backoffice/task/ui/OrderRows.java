package io.certhall.backoffice.task.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Orders read page by page: each page is sought by the last number of the one before. */
final class OrderRows extends AbstractBackEndDataProvider<OrderRow, Void> {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST_PAGE = 200;

  private final transient OrderQuery orders;
  private final transient Actor actor;
  private transient OrderFilter filter;
  private final transient NavigableMap<Integer, String> lastKeys = new TreeMap<>();

  OrderRows(OrderQuery orders, Actor actor, OrderFilter filter) {
    this.orders = orders;
    this.actor = actor;
    this.filter = filter;
  }

  /** Returns how many there are. */
  int show(OrderFilter wanted) {
    filter = wanted;
    refreshAll();
    return orders.count(actor, wanted);
  }

  @Override
  public void refreshAll() {
    lastKeys.clear();
    super.refreshAll();
  }

  @Override
  public Object getId(OrderRow row) {
    return row.orderNo();
  }

  @Override
  protected Stream<OrderRow> fetchFromBackEnd(Query<OrderRow, Void> query) {
    Integer known = lastKeys.floorKey(query.getOffset());
    int at = known == null ? 0 : known;
    List<OrderRow> wanted = new ArrayList<>();
    while (wanted.size() < query.getLimit()) {
      int missing =
          at < query.getOffset() ? query.getOffset() - at : query.getLimit() - wanted.size();
      List<OrderRow> page =
          orders.page(actor, filter, lastKeys.get(at), Math.min(LARGEST_PAGE, missing));
      if (page.isEmpty()) {
        break;
      }
      if (at >= query.getOffset()) {
        wanted.addAll(page);
      }
      at += page.size();
      lastKeys.put(at, page.getLast().orderNo());
    }
    return wanted.stream();
  }

  @Override
  protected int sizeInBackEnd(Query<OrderRow, Void> query) {
    return orders.count(actor, filter);
  }
}
