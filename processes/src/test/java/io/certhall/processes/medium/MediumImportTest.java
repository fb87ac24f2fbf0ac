package io.certhall.processes.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.certhall.processes.medium.MediumImport.Row;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ProcessesTest
class MediumImportTest {

  private static final String HALL = TestOrders.HALL;

  private final MediumImport imports;
  private final MediumQuery query;
  private final MediumStock stock;
  private final TestAccounts accounts;
  private final Actor producer;
  private final String model = "M-" + Fresh.username();

  MediumImportTest(
      MediumImport imports, MediumQuery query, MediumStock stock, TestAccounts accounts) {
    this.imports = imports;
    this.query = query;
    this.stock = stock;
    this.accounts = accounts;
    this.producer = accounts.staff(Role.PRODUCER);
  }

  private String serial(int n) {
    return model + "-" + n;
  }

  private Row row(int line, String serial) {
    return new Row(line, serial, model, HALL, "龙脉");
  }

  private MediumQuery.Filter ofModel() {
    return new MediumQuery.Filter(null, model, null, null);
  }

  @Test
  void a_lot_is_looked_at_and_then_in_stock() {
    List<Row> rows = List.of(row(2, serial(1)), new Row(3, " " + serial(2), model, " " + HALL, ""));
    MediumImport.Preview preview = imports.preview(producer, rows);
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.counts()).isEqualTo(Map.of(HALL, Map.of(model, 2)));
    assertThat(query.count(producer, ofModel())).isZero();

    assertThat(imports.take(producer, "十一月.xlsx", rows)).isEqualTo(2);

    assertThat(query.page(producer, ofModel(), null, 1))
        .extracting(KeyMedium::serial)
        .containsExactly(serial(1));
    assertThat(query.page(producer, ofModel(), serial(1), 10))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.state()).isEqualTo(MediumState.IN_STOCK);
              assertThat(key.hall()).isEqualTo(HALL);
              assertThat(key.lotId()).isNotNull();
            });
    assertThat(query.history(producer, serial(2)))
        .singleElement()
        .satisfies(event -> assertThat(event.from()).isNull());
    assertThat(stock.levels(producer, HALL))
        .filteredOn(level -> level.model().equals(model))
        .singleElement()
        .satisfies(level -> assertThat(level.inStock()).isEqualTo(2));
  }

  @Test
  void one_wrong_cell_stops_the_lot_and_each_is_named_by_row_and_column() {
    imports.take(producer, "a.xlsx", List.of(row(2, serial(1))));

    Refusal refusal =
        Refused.by(
            () ->
                imports.take(
                    producer,
                    "b.xlsx",
                    List.of(
                        row(2, serial(2)),
                        row(3, serial(1)),
                        row(4, serial(2)),
                        row(5, ""),
                        row(6, "键"),
                        new Row(7, serial(7), "", "nowhere", ""),
                        new Row(8, serial(8), "m".repeat(61), "", "s".repeat(101)))));

    assertThat(refusal.problems())
        .extracting(Problem::path, Problem::code)
        .containsExactly(
            tuple("rows[3].serial", "MEDIUM_LISTED"),
            tuple("rows[4].serial", "MEDIUM_TWICE"),
            tuple("rows[5].serial", "FIELD_REQUIRED"),
            tuple("rows[6].serial", "MEDIUM_SERIAL_INVALID"),
            tuple("rows[7].model", "FIELD_REQUIRED"),
            tuple("rows[7].hall", "MEDIUM_HALL_UNKNOWN"),
            tuple("rows[8].model", "TEXT_TOO_LONG"),
            tuple("rows[8].supplier", "TEXT_TOO_LONG"),
            tuple("rows[8].hall", "FIELD_REQUIRED"));
    assertThat(query.count(producer, ofModel())).isEqualTo(1);
  }

  @Test
  void empty_and_endless_lists_and_other_staff_are_refused() {
    assertThat(Refused.codes(() -> imports.preview(producer, List.of())))
        .containsExactly("MEDIUM_LIST_EMPTY");
    assertThat(
            Refused.codes(
                () ->
                    imports.preview(
                        producer,
                        Collections.nCopies(MediumImport.MOST_ROWS + 1, row(2, serial(1))))))
        .containsExactly("MEDIUM_LIST_LONG");
    Actor finance = accounts.staff(Role.FINANCE);
    assertThat(Refused.by(() -> imports.take(finance, "a", List.of(row(2, serial(1))))).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.by(() -> query.page(finance, ofModel(), null, 10)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.codes(() -> query.history(producer, "NO-SUCH-KEY")))
        .containsExactly("MEDIUM_UNKNOWN");
  }
}
