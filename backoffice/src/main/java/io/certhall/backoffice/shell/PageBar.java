package io.certhall.backoffice.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.BiConsumer;

/** Numbered pages below a list: where one is, a page back and forth, how many rows (GS-100). */
public final class PageBar extends Div {

  private static final long serialVersionUID = 1L;

  public static final int ROWS = 10;
  public static final List<Integer> SIZES = List.of(ROWS, 20, 50);

  private final Button back = button(VaadinIcon.ANGLE_LEFT, "shell.page.back");
  private final Button forth = button(VaadinIcon.ANGLE_RIGHT, "shell.page.forth");
  private final Span place = new Span();
  private final Select<Integer> size = new Select<>();
  private int page = 1;
  private boolean showing;

  /**
   * @param turn gets the page wanted, from 1, and how many rows it has
   */
  public PageBar(BiConsumer<Integer, Integer> turn) {
    addClassName("page-bar");
    getElement().setAttribute("role", "navigation");
    getElement().setAttribute("aria-label", Texts.of("shell.page.bar"));
    place.addClassName("small");
    place.getElement().setAttribute("aria-live", "polite");
    size.setItems(SIZES);
    size.setAriaLabel(Texts.of("shell.page.size"));
    size.setItemLabelGenerator(rows -> Texts.of("shell.page.rows", rows));
    size.addValueChangeListener(
        change -> {
          if (!showing) {
            turn.accept(1, change.getValue());
          }
        });
    back.addClickListener(click -> turn.accept(page - 1, size.getValue()));
    forth.addClickListener(click -> turn.accept(page + 1, size.getValue()));
    add(place, back, forth, size);
  }

  /** The last page there is; 1 when there are no rows. */
  public static int pages(int count, int rows) {
    return Math.max(1, (count + rows - 1) / rows);
  }

  public void show(int count, int shownPage, int rows) {
    showing = true;
    int pages = pages(count, rows);
    page = Math.clamp(shownPage, 1, pages);
    place.setText(Texts.of("shell.page.place", page, pages, count));
    size.setValue(rows);
    back.setEnabled(page > 1);
    forth.setEnabled(page < pages);
    setVisible(count > 0);
    showing = false;
  }

  private static Button button(VaadinIcon icon, String label) {
    Button button = new Button(icon.create());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(Texts.of(label));
    button.setTooltipText(Texts.of(label));
    return button;
  }
}
