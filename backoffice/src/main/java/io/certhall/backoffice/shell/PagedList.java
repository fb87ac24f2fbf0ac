package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list by numbered pages; filter and page are in the address, so that both can be shared. */
public abstract class PagedList<T> extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final CardGrid<T> grid;
  private final EmptyState none;
  private final Div filters = new Div();
  private final PageBar pages = new PageBar(this::go);
  private final transient List<Runnable> followers = new ArrayList<>();
  private transient Address address = new Address();
  private boolean showing;

  protected PagedList(String title, EmptyState none) {
    super(title);
    this.grid = new CardGrid<>(this::card);
    this.none = none;
    filters.addClassName("filters");
    addClassName("page-list");
    add(filters, grid, pages, none);
  }

  /** A row on a phone, with all that is needed there. */
  protected abstract Component card(T row);

  protected abstract int count();

  protected abstract List<T> rows(int offset, int limit);

  protected final CardGrid<T> grid() {
    return grid;
  }

  protected final void addFilter(Component filter) {
    filters.add(filter);
  }

  /**
   * A filter kept in the address under the key; what the address says and is no value is any.
   *
   * @param label key of its name
   * @param any key of what it says when nothing is chosen
   */
  protected final <V> FilterChoice<V> choice(
      String key, String label, String any, List<V> values, ItemLabelGenerator<V> words) {
    FilterChoice<V> choice = new FilterChoice<>(Texts.of(label), Texts.of(any), values, words);
    choice.addValueChangeListener(
        change -> {
          if (!showing) {
            address.put(key, change.getValue());
            go(1, address.rows());
          }
        });
    followers.add(() -> choice.setValue(named(values, address.text(key))));
    addFilter(choice);
    return choice;
  }

  private static <V> @Nullable V named(List<V> values, String text) {
    return values.stream()
        .filter(value -> Address.word(Objects.requireNonNull(value)).equals(text))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = new Address(event.getLocation().getQueryParameters());
    refresh();
  }

  protected final void refresh() {
    showing = true;
    followers.forEach(Runnable::run);
    showing = false;
    int found = count();
    int rows = address.rows();
    int page = Math.min(address.page(), PageBar.pages(found, rows));
    grid.setItems(rows((page - 1) * rows, rows));
    grid.setVisible(found > 0);
    none.setVisible(found == 0);
    pages.show(found, page, rows);
  }

  private void go(int page, int rows) {
    UI.getCurrent().navigate(getClass(), address.turned(page, rows).parameters());
  }
}
