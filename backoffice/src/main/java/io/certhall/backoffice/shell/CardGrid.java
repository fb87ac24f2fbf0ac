package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;

/** A short list: a table where there is room for it, a card per row on a phone. */
public class CardGrid<T> extends Grid<T> {

  private static final long serialVersionUID = 1L;

  /**
   * @param card a row on a phone, with all that is needed there
   */
  public CardGrid(SerializableFunction<T, Component> card) {
    addClassName("card-grid");
    addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    setAllRowsVisible(true);
    Column<T> compact = addColumn(new ComponentRenderer<>(card)).setFlexGrow(1);
    NarrowScreen.swap(this, compact);
    NarrowScreen.watch(this, narrow -> setClassName("cards", narrow));
  }

  /**
   * @param header key of its text, and of the column
   * @param width in CSS; the column grows only where told to
   */
  public Column<T> text(String header, String width, ValueProvider<T, String> content) {
    return named(addColumn(content), header, width);
  }

  /** As {@link #text}, with a component in each cell. */
  public Column<T> cell(String header, String width, SerializableFunction<T, Component> content) {
    return named(addComponentColumn(content::apply), header, width);
  }

  private Column<T> named(Column<T> column, String header, String width) {
    return column.setHeader(Texts.of(header)).setWidth(width).setFlexGrow(0).setKey(header);
  }
}
