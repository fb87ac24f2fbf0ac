package io.certhall.backoffice.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class StableCellsTest {

  private record Row(long id, String words) {}

  private final StableCells<Row> cells = new StableCells<>(Row::id);

  @Test
  void a_row_read_again_keeps_its_component() {
    Component first = cells.of("actions", new Row(1, "free"), row -> new Span());

    assertThat(cells.of("actions", new Row(1, "free"), row -> new Span())).isSameAs(first);
  }

  @Test
  void a_row_that_changed_and_another_column_get_their_own() {
    Component first = cells.of("actions", new Row(1, "free"), row -> new Span());

    assertThat(cells.of("actions", new Row(1, "taken"), row -> new Span())).isNotSameAs(first);
    assertThat(cells.of("age", new Row(1, "free"), row -> new Span())).isNotSameAs(first);
    assertThat(cells.of("actions", new Row(2, "free"), row -> new Span())).isNotSameAs(first);
  }
}
