package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong, on top of the page; each line leads to its place. */
public class ErrorSummary extends Div {

  private static final long serialVersionUID = 1L;

  private final H2 heading = new H2();
  private final UnorderedList list = new UnorderedList();

  /**
   * One defect.
   *
   * @param repair leads to where it can be mended; null when there is no such place
   */
  public record Line(String text, @Nullable Runnable repair) {}

  public ErrorSummary() {
    addClassName("error-summary");
    getElement().setAttribute("role", "alert");
    getElement().setAttribute("tabindex", "-1");
    add(heading, list);
    setVisible(false);
  }

  public void show(List<Line> lines) {
    show(Texts.of("shell.errors"), lines);
  }

  /** An empty list hides the summary. */
  public void show(String title, List<Line> lines) {
    showQuietly(title, lines);
    if (!lines.isEmpty()) {
      bringIntoView(this);
    }
  }

  /** As {@link #show(String, List)}, leaving scroll and focus where they are. */
  public void showQuietly(String title, List<Line> lines) {
    heading.setText(title);
    list.removeAll();
    lines.stream().distinct().forEach(line -> list.add(item(line)));
    setVisible(!lines.isEmpty());
  }

  public void clear() {
    show(List.of());
  }

  /** Scrolls to a component and puts the focus there. */
  public static void bringIntoView(Component target) {
    target
        .getElement()
        .executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'}); this.focus();");
  }

  private static ListItem item(Line line) {
    Runnable repair = line.repair();
    if (repair == null) {
      return new ListItem(new Span(line.text()));
    }
    Button link = new Button(line.text(), click -> repair.run());
    link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ERROR);
    link.addClassName("link");
    return new ListItem(link);
  }
}
