package io.certhall.backoffice.shell;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a grid from a query that pages by the last key seen. The grid asks by offset; the keys at
 * page borders are remembered, so that no page is counted off from the start.
 */
public class KeysetDataProvider<T, K> extends AbstractBackEndDataProvider<T, Void> {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST_PAGE = 200;

  /** A page of rows after a key; null for the first page. */
  @FunctionalInterface
  public interface Pages<T, K> {
    List<T> page(@Nullable K after, int limit);
  }

  private final transient Pages<T, K> pages;
  private final transient IntSupplier count;
  private final transient Function<T, K> key;
  private final transient NavigableMap<Integer, Optional<K>> borders =
      new TreeMap<>(Map.of(0, Optional.empty()));

  public KeysetDataProvider(Pages<T, K> pages, IntSupplier count, Function<T, K> key) {
    this.pages = pages;
    this.count = count;
    this.key = key;
  }

  @Override
  protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
    int from = query.getOffset();
    int to = from + query.getLimit();
    var border = borders.floorEntry(from);
    int position = border.getKey();
    K after = border.getValue().orElse(null);
    List<T> found = new ArrayList<>();
    while (position < to) {
      int wanted = Math.min(LARGEST_PAGE, to - position);
      List<T> rows = pages.page(after, wanted);
      for (int i = 0; i < rows.size(); i++) {
        if (position + i >= from) {
          found.add(rows.get(i));
        }
      }
      if (rows.size() < wanted) {
        break;
      }
      position += rows.size();
      after = key.apply(rows.getLast());
      borders.put(position, Optional.of(after));
    }
    return found.stream();
  }

  @Override
  protected int sizeInBackEnd(Query<T, Void> query) {
    return count.getAsInt();
  }

  @Override
  public Object getId(T row) {
    return key.apply(row);
  }

  @Override
  public void refreshAll() {
    borders.clear();
    borders.put(0, Optional.empty());
    super.refreshAll();
  }
}
