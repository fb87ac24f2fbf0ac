package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.Component;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Cells of a grid that stay the same components while their row does: when work comes in while
 * somebody is about to click, the button under his pointer is still that button.
 */
final class StableCells<R> {

  private static final int MOST = 2_000;

  private final ToLongFunction<R> id;
  private final Map<Key, Cell<R>> cells = new HashMap<>();

  private record Key(String column, long id) {}

  private record Cell<R>(R row, Component component) {}

  StableCells(ToLongFunction<R> id) {
    this.id = id;
  }

  /** The component made before for an equal row, else a new one. */
  Component of(String column, R row, Function<R, Component> make) {
    Key key = new Key(column, id.applyAsLong(row));
    Cell<R> known = cells.get(key);
    if (known != null && known.row().equals(row)) {
      return known.component();
    }
    if (cells.size() >= MOST) {
      cells.clear();
    }
    Component made = make.apply(row);
    cells.put(key, new Cell<>(row, made));
    return made;
  }
}
