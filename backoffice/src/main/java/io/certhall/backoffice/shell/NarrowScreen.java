package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a component whether it is shown on a phone, now and after each turn of it. */
public final class NarrowScreen {

  private static final int NARROW = 720;

  private NarrowScreen() {}

  public static void watch(Component component, Consumer<Boolean> narrow) {
    component.addAttachListener(
        attach -> {
          UI ui = attach.getUI();
          narrow.accept(isNarrow(ui.getPage().getExtendedClientDetails().getWindowInnerWidth()));
          Registration resizes =
              ui.getPage()
                  .addBrowserWindowResizeListener(
                      resize -> narrow.accept(isNarrow(resize.getWidth())));
          component.addDetachListener(
              detach -> {
                detach.unregisterListener();
                resizes.remove();
              });
        });
  }

  /** On a phone the grid has this one column, else all the others. */
  public static <T> void swap(Grid<T> grid, Grid.Column<T> compact) {
    swap(grid, compact, column -> false);
  }

  /**
   * @param always columns that a phone shows too
   */
  public static <T> void swap(
      Grid<T> grid, Grid.Column<T> compact, SerializablePredicate<Grid.Column<T>> always) {
    compact.setVisible(false);
    watch(
        grid,
        narrow ->
            grid.getColumns()
                .forEach(
                    column ->
                        column.setVisible(
                            always.test(column) || narrow == column.equals(compact))));
  }

  private static boolean isNarrow(int width) {
    return width > 0 && width < NARROW;
  }
}
