package io.certhall.backoffice.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkPulseTest extends ViewTest {

  private final WorkPulse pulse;
  private final TaskQuery query;
  private final HumanTasks tasks;
  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final AtomicInteger told = new AtomicInteger();
  private Registration following = () -> {};

  WorkPulseTest(
      TaskQuery query, HumanTasks tasks, Fixtures fixtures, TestOrders orders, TestSteps steps) {
    this.pulse = new WorkPulse(query);
    this.query = query;
    this.tasks = tasks;
    this.fixtures = fixtures;
    this.orders = orders;
    this.steps = steps;
  }

  @BeforeEach
  void a_page_that_watches_the_reviews() {
    following = pulse.follow(UI.getCurrent(), Set.of(TaskQueue.REVIEW), told::incrementAndGet);
    look();
    told.set(0);
  }

  @AfterEach
  void leaves() {
    following.remove();
  }

  @Test
  void nothing_new_wakes_nobody() {
    look();

    assertThat(told).hasValue(0);
  }

  @Test
  void a_new_task_wakes_the_page() {
    steps.review(orders.submitted(orders.applicant()));

    look();

    assertThat(told).hasValue(1);
  }

  @Test
  void a_task_of_another_queue_does_not() {
    steps.dispatch(orders.submitted(orders.applicant()));

    look();

    assertThat(told).hasValue(0);
  }

  @Test
  void claiming_changes_the_pulse_too() {
    HumanTask task = steps.review(orders.submitted(orders.applicant()));
    Map<TaskQueue, Long> before = query.pulse();

    tasks.claim(fixtures.staff(Role.REVIEWER), task.id());

    assertThat(query.pulse().get(TaskQueue.REVIEW)).isNotEqualTo(before.get(TaskQueue.REVIEW));
  }

  @Test
  void a_page_that_left_is_not_woken() {
    following.remove();
    steps.review(orders.submitted(orders.applicant()));

    look();

    assertThat(told).hasValue(0);
  }

  private void look() {
    pulse.look();
    VaadinSession session = UI.getCurrent().getSession();
    session.getService().runPendingAccessTasks(session);
  }
}
