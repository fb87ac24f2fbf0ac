package io.certhall.processes.policy.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PackSource;
import io.certhall.processes.policy.difference.DiagramDifference.ElementChange;
import io.certhall.processes.policy.difference.DiagramDifference.SettingChange;
import io.certhall.processes.policy.difference.TextDifference.Line;
import io.certhall.processes.policy.difference.TextDifference.Mark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileDifferenceTest {

  private static final Map<String, String> PACK =
      PackSource.fromClasspath().stream()
          .filter(pack -> pack.hall().equals("gscamce"))
          .map(HallPack::files)
          .findFirst()
          .orElseThrow();

  @Test
  void equal_versions_differ_in_nothing() {
    assertThat(FileDifference.between(PACK, new TreeMap<>(PACK))).isEmpty();
  }

  @Test
  void files_that_came_and_went_are_named() {
    Map<String, String> after = new TreeMap<>(PACK);
    after.remove("shared/remote.bpmn");
    after.put("shared/second-look.bpmn", PACK.get("shared/review.bpmn"));

    assertThat(FileDifference.between(PACK, after))
        .extracting(FileDifference::file, FileDifference::change)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("shared/remote.bpmn", Change.REMOVED),
            org.assertj.core.groups.Tuple.tuple("shared/second-look.bpmn", Change.ADDED));
  }

  @Test
  void a_changed_line_shows_with_its_neighbours() {
    TextDifference text = TextDifference.between("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");

    assertThat(text.lines())
        .containsExactly(
            new Line(Mark.LEFT_OUT, 1, ""),
            new Line(Mark.SAME, 2, "b"),
            new Line(Mark.SAME, 3, "c"),
            new Line(Mark.REMOVED, 4, "d"),
            new Line(Mark.ADDED, 4, "X"),
            new Line(Mark.SAME, 5, "e"),
            new Line(Mark.SAME, 6, "f"),
            new Line(Mark.LEFT_OUT, 7, ""));
  }

  @Test
  void lines_added_to_nothing_and_taken_to_nothing_are_told() {
    assertThat(TextDifference.between("", "a\nb").lines())
        .extracting(Line::mark)
        .containsExactly(Mark.ADDED, Mark.ADDED);
    assertThat(TextDifference.between("a\nb", "").lines())
        .extracting(Line::mark)
        .containsExactly(Mark.REMOVED, Mark.REMOVED);
  }

  @Test
  void a_raised_fee_is_one_cell_of_one_row() {
    TableDifference table =
        (TableDifference) content("fees.dmn", "<text>20000</text>", "<text>26000</text>");

    assertThat(table.tables()).hasSize(1);
    TableDifference.Row row = table.tables().getFirst().rows().getFirst();
    assertThat(row.change()).isEqualTo(Change.CHANGED);
    assertThat(row.number()).isEqualTo(1);
    assertThat(row.cells())
        .filteredOn(cell -> !cell.isSame())
        .containsExactly(new TableDifference.Cell("20000", "26000"));
    assertThat(table.tables().getFirst().columns()).contains("单价（分）", "业务");
  }

  @Test
  void a_table_written_another_way_has_no_changed_rows() {
    TableDifference table = (TableDifference) content("fees.dmn", "<rule id", "<rule  id");

    assertThat(table.tables()).isEmpty();
  }

  @Test
  void rows_that_came_and_went_are_told_with_their_place() {
    String old =
        dmn(
            "<rule id='a'>"
                + cells("1", "x")
                + "</rule><rule id='b'>"
                + cells("2", "y")
                + "</rule>");
    String now =
        dmn(
            "<rule id='b'>"
                + cells("2", "y")
                + "</rule><rule id='c'>"
                + cells("3", "z")
                + "</rule>");

    assertThat(TableDifference.between(old, now).tables().getFirst().rows())
        .extracting(TableDifference.Row::change, TableDifference.Row::number)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Change.ADDED, 2),
            org.assertj.core.groups.Tuple.tuple(Change.REMOVED, 1));
  }

  @Test
  void a_changed_time_limit_is_told_by_the_name_of_its_call() {
    DiagramDifference diagram = (DiagramDifference) content("order.bpmn", "P15D", "P7D");

    assertThat(diagram.elements())
        .filteredOn(element -> element.id().equals("payment"))
        .singleElement()
        .satisfies(
            element -> {
              assertThat(element.name()).isNotBlank();
              assertThat(element.kind()).isEqualTo("callActivity");
              assertThat(element.settings())
                  .contains(new SettingChange("input.paymentTimeout", "=\"P15D\"", "=\"P7D\""));
            });
  }

  @Test
  void a_moved_step_is_only_moved() {
    String order = PACK.getOrDefault("order.bpmn", "");
    int shape = order.indexOf("bpmnElement=\"payment\"");
    int bounds = order.indexOf("x=\"", shape);
    String moved = order.substring(0, bounds) + "x=\"9" + order.substring(bounds + 3);

    DiagramDifference diagram = DiagramDifference.between(order, moved);

    assertThat(diagram.elements()).singleElement().matches(ElementChange::isOnlyMoved);
  }

  @Test
  void what_is_no_xml_is_compared_as_text() {
    List<FileDifference> difference =
        FileDifference.between(Map.of("order.bpmn", "<a/>"), Map.of("order.bpmn", "<a"));

    assertThat(difference.getFirst().content()).isInstanceOf(TextDifference.class);
  }

  private static FileDifference.Content content(String file, String old, String now) {
    Map<String, String> after = new TreeMap<>(PACK);
    after.computeIfPresent(file, (name, text) -> text.replaceFirst(old, now));
    return FileDifference.between(PACK, after).getFirst().content();
  }

  private static String dmn(String rules) {
    return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='d' name='表'>"
        + "<decisionTable hitPolicy='COLLECT'><input label='甲'><inputExpression><text>a</text>"
        + "</inputExpression></input><output name='b' label='乙'/>"
        + rules
        + "</decisionTable></decision></definitions>";
  }

  private static String cells(String input, String output) {
    return "<inputEntry><text>"
        + input
        + "</text></inputEntry><outputEntry><text>"
        + output
        + "</text></outputEntry>";
  }
}
