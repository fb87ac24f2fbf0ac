package io.certhall.backoffice.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.support.BackofficeTest;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BackofficeTest
class WorkNavigationTest {

  private final List<FeatureNavigation> features;
  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;

  WorkNavigationTest(
      List<FeatureNavigation> features, Fixtures fixtures, TestOrders orders, TestSteps steps) {
    this.features = features;
    this.fixtures = fixtures;
    this.orders = orders;
    this.steps = steps;
  }

  @Test
  void each_role_sees_its_own_queues() {
    assertThat(labels(fixtures.staff(Role.REVIEWER)))
        .contains("staff.work.review", "staff.work.profile", "staff.orders.title")
        .doesNotContain("staff.work.production", "staff.incident.title");
    assertThat(labels(fixtures.staff(Role.DISPATCHER)))
        .contains("staff.work.dispatch", "staff.work.pickup")
        .doesNotContain("staff.work.review");
    assertThat(labels(fixtures.staff(Role.FINANCE))).contains("staff.invoices.title");
    assertThat(labels(fixtures.staff(Role.ADMIN)))
        .contains("staff.incident.title", "staff.policy.title");
    assertThat(labels(fixtures.applicant())).noneMatch(label -> label.startsWith("staff."));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whatever_a_role_is_offered_it_may_open(Role role) {
    Actor actor = fixtures.staff(role);

    assertThat(entries(actor))
        .allSatisfy(entry -> assertThat(mayOpen(entry.view(), role)).as(entry.labelKey()).isTrue());
  }

  private static boolean mayOpen(Class<?> view, Role role) {
    RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
    return roles == null || List.of(roles.value()).contains(role.name());
  }

  @Test
  void the_counter_tells_what_waits() {
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    int before = waiting(reviewer);

    steps.review(orders.submitted(orders.applicant()));

    assertThat(waiting(reviewer)).isEqualTo(before + 1);
  }

  private int waiting(Actor actor) {
    return entries(actor).stream()
        .filter(entry -> entry.labelKey().equals("staff.work.review"))
        .findFirst()
        .orElseThrow()
        .counter()
        .applyAsInt(actor);
  }

  private List<String> labels(Actor actor) {
    return entries(actor).stream().map(NavigationEntry::labelKey).toList();
  }

  private List<NavigationEntry> entries(Actor actor) {
    return features.stream().flatMap(feature -> feature.entries(actor).stream()).toList();
  }
}
