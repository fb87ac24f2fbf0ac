package io.certhall.backoffice.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.review.ui.ReviewView;
import io.certhall.backoffice.review.ui.ReviewWorkView;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.query.TaskRow;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkListTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final HumanTasks tasks;
  private final HallClock clock;
  private Actor reviewer = Actor.SYSTEM;
  private String orderNo = "";
  private HumanTask task;

  WorkListTest(
      Fixtures fixtures, TestOrders orders, TestSteps steps, HumanTasks tasks, HallClock clock) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.steps = steps;
    this.tasks = tasks;
    this.clock = clock;
    this.orderNo = orders.submitted(orders.applicant());
    this.task = steps.review(orderNo);
  }

  @BeforeEach
  void a_reviewer() {
    reviewer = fixtures.staff(Role.REVIEWER);
    signIn(reviewer);
  }

  @Test
  void an_order_is_found_by_its_number_with_all_that_matters() {
    navigate(ReviewWorkView.class);
    search(orderNo);

    assertThat(rows()).singleElement().satisfies(row -> assertThat(row.round()).isEqualTo(1));
    assertThat(words(find(WorkFilter.class).single())).contains("共 1 条");
    assertThat(cells()).contains(orderNo, orders.order(orderNo).applicantName(), "新办", "—");
    assertThat(words(cell("时限"))).contains("剩余");
  }

  @Test
  void what_is_late_is_marked() {
    navigate(ReviewWorkView.class);
    clock.advance(Duration.ofHours(26));
    search(orderNo);

    assertThat(words(cell("时限"))).contains("已超时2小时");
  }

  @Test
  void claiming_and_giving_back_changes_whose_it_is() {
    navigate(ReviewWorkView.class);
    search(orderNo);

    press("claim", "领取");
    assertThat(tasks.workable(reviewer, task.id()).assigneeId()).isEqualTo(reviewer.accountId());
    assertThat(cells()).contains("我");

    press("release", "退回待办");
    assertThat(tasks.workable(reviewer, task.id()).assigneeId()).isNull();
  }

  @Test
  void handling_claims_the_task_and_opens_it() {
    navigate(ReviewWorkView.class);
    search(orderNo);

    press("handle", "办理");

    assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
    assertThat(tasks.workable(reviewer, task.id()).assigneeId()).isEqualTo(reviewer.accountId());
  }

  @Test
  void a_colleagues_task_offers_nothing_to_do() {
    tasks.claim(fixtures.staff(Role.REVIEWER), task.id());
    navigate(ReviewWorkView.class);
    search(orderNo);

    assertThat(List.of(label("claim"), label("release"), label("handle"))).containsOnly("");
  }

  @Test
  void only_ones_own_tasks_can_be_shown() {
    navigate(ReviewWorkView.class);
    test(find(Checkbox.class).single()).click();
    assertThat(find(EmptyState.class).single().isVisible()).isTrue();

    tasks.claim(reviewer, task.id());
    find(WorkList.class).single().refresh();

    assertThat(rows()).extracting(TaskRow::orderNo).containsExactly(orderNo);
  }

  @Test
  void a_long_list_is_read_page_by_page() {
    for (int i = 0; i < 3; i++) {
      steps.review(orders.submitted(orders.applicant()));
    }
    navigate(ReviewWorkView.class);
    List<TaskRow> all = rows();

    assertThat(all).hasSizeGreaterThanOrEqualTo(4);
    assertThat(all).extracting(TaskRow::id).isSorted();
    assertThat(test(grid()).getRow(all.size() - 1)).isEqualTo(all.getLast());
  }

  private void search(String text) {
    test(find(TextField.class).single()).setValue(text);
  }

  @SuppressWarnings("unchecked")
  private Grid<TaskRow> grid() {
    return find(Grid.class).single();
  }

  private List<TaskRow> rows() {
    var grid = test(grid());
    return java.util.stream.IntStream.range(0, grid.size()).mapToObj(grid::getRow).toList();
  }

  /** Words of the plain cells of the first row. */
  private List<String> cells() {
    var grid = test(grid());
    return java.util.stream.IntStream.range(0, 8).mapToObj(i -> grid.getCellText(0, i)).toList();
  }

  private com.vaadin.flow.component.Component cell(String header) {
    Grid<TaskRow> grid = grid();
    int index =
        grid.getColumns().stream()
            .filter(com.vaadin.flow.component.Component::isVisible)
            .map(Grid.Column::getHeaderText)
            .toList()
            .indexOf(header);
    return test(grid).getCellComponent(0, index);
  }

  private void press(String button, String words) {
    assertThat(label(button)).isEqualTo(words);
    test(grid()).invokeLitRendererFunction(0, WorkList.ACTIONS, button);
  }

  private String label(String button) {
    return test(grid()).getLitRendererPropertyValue(0, WorkList.ACTIONS, button, String.class);
  }
}
