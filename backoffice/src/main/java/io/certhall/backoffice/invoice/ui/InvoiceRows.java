package io.certhall.backoffice.invoice.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.certhall.processes.invoice.Invoice;
import io.certhall.processes.invoice.InvoiceQuery;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Invoices read page by page: each page is sought by the last number of the one before. */
final class InvoiceRows extends AbstractBackEndDataProvider<Invoice, Void> {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST_PAGE = 200;

  private final transient InvoiceQuery invoices;
  private final transient Actor actor;
  private transient InvoiceQuery.Filter filter = InvoiceQuery.Filter.ALL;
  private final transient NavigableMap<Integer, String> lastKeys = new TreeMap<>();

  InvoiceRows(InvoiceQuery invoices, Actor actor) {
    this.invoices = invoices;
    this.actor = actor;
  }

  void show(InvoiceQuery.Filter wanted) {
    filter = wanted;
    refreshAll();
  }

  @Override
  public void refreshAll() {
    lastKeys.clear();
    super.refreshAll();
  }

  @Override
  public Object getId(Invoice invoice) {
    return invoice.invoiceNo();
  }

  @Override
  protected Stream<Invoice> fetchFromBackEnd(Query<Invoice, Void> query) {
    Integer known = lastKeys.floorKey(query.getOffset());
    int at = known == null ? 0 : known;
    List<Invoice> wanted = new ArrayList<>();
    while (wanted.size() < query.getLimit()) {
      int missing =
          at < query.getOffset() ? query.getOffset() - at : query.getLimit() - wanted.size();
      List<Invoice> page =
          invoices.page(actor, filter, lastKeys.get(at), Math.min(LARGEST_PAGE, missing));
      if (page.isEmpty()) {
        break;
      }
      if (at >= query.getOffset()) {
        wanted.addAll(page);
      }
      at += page.size();
      lastKeys.put(at, page.getLast().invoiceNo());
    }
    return wanted.stream();
  }

  @Override
  protected int sizeInBackEnd(Query<Invoice, Void> query) {
    return invoices.totals(actor, filter).count();
  }
}
