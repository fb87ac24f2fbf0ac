package io.certhall.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetDataProviderTest {

  private static final int ROWS = 1000;

  private final List<String> asked = new ArrayList<>();
  private final KeysetDataProvider<Integer, Integer> rows =
      new KeysetDataProvider<>(
          (after, limit) -> {
            asked.add(after + "+" + limit);
            int first = after == null ? 1 : after + 1;
            return IntStream.rangeClosed(first, Math.min(ROWS, first + limit - 1)).boxed().toList();
          },
          () -> ROWS,
          row -> row);

  @Test
  void the_next_page_begins_after_the_last_key() {
    page(0, 50);

    assertThat(page(50, 50)).first().isEqualTo(51);

    assertThat(asked).containsExactly("null+50", "50+50");
  }

  @Test
  void a_jump_walks_in_large_pages_and_remembers_its_way() {
    assertThat(page(700, 50)).hasSize(50).first().isEqualTo(701);
    asked.clear();

    assertThat(page(750, 50)).first().isEqualTo(751);

    assertThat(asked).containsExactly("750+50");
  }

  @Test
  void the_end_is_the_end() {
    assertThat(page(980, 50)).hasSize(20).last().isEqualTo(1000);
  }

  @Test
  void a_refresh_forgets_the_keys() {
    page(0, 50);
    rows.refreshAll();
    asked.clear();

    page(50, 50);

    assertThat(asked).containsExactly("null+100");
  }

  private List<Integer> page(int offset, int limit) {
    return rows.fetch(new Query<>(offset, limit, List.of(), null, null)).toList();
  }
}
