package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.certhall.processes.payment.Refund;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Refunds read page by page: each page is sought by the last number of the one before. */
final class RefundRows extends AbstractBackEndDataProvider<Refund, Void> {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST_PAGE = 200;

  private final transient RefundDesk desk;
  private final transient Actor actor;
  private transient RefundDesk.Filter filter = RefundDesk.Filter.ALL;
  private final transient NavigableMap<Integer, String> lastKeys = new TreeMap<>();

  RefundRows(RefundDesk desk, Actor actor) {
    this.desk = desk;
    this.actor = actor;
  }

  void show(RefundDesk.Filter wanted) {
    filter = wanted;
    refreshAll();
  }

  @Override
  public void refreshAll() {
    lastKeys.clear();
    super.refreshAll();
  }

  @Override
  public Object getId(Refund refund) {
    return refund.refundNo();
  }

  @Override
  protected Stream<Refund> fetchFromBackEnd(Query<Refund, Void> query) {
    Integer known = lastKeys.floorKey(query.getOffset());
    int at = known == null ? 0 : known;
    List<Refund> wanted = new ArrayList<>();
    while (wanted.size() < query.getLimit()) {
      int missing =
          at < query.getOffset() ? query.getOffset() - at : query.getLimit() - wanted.size();
      List<Refund> page =
          desk.page(actor, filter, lastKeys.get(at), Math.min(LARGEST_PAGE, missing));
      if (page.isEmpty()) {
        break;
      }
      if (at >= query.getOffset()) {
        wanted.addAll(page);
      }
      at += page.size();
      lastKeys.put(at, page.getLast().refundNo());
    }
    return wanted.stream();
  }

  @Override
  protected int sizeInBackEnd(Query<Refund, Void> query) {
    return desk.count(actor, filter);
  }
}
