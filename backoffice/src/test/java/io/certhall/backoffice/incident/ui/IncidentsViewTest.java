package io.certhall.backoffice.incident.ui;

import static io.certhall.db.generated.Tables.INCIDENT;
import static io.certhall.db.generated.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.sweep.OrderSweep;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class IncidentsViewTest extends ViewTest {

  private static final AtomicLong KEYS = new AtomicLong(900_000);

  private final Fixtures fixtures;
  private final OrderSweep sweep;
  private final HallClock clock;
  private final DSLContext dsl;
  private final String orderNo;
  private final long jobKey = KEYS.incrementAndGet();

  IncidentsViewTest(
      Fixtures fixtures, TestOrders orders, OrderSweep sweep, HallClock clock, DSLContext dsl) {
    this.fixtures = fixtures;
    this.sweep = sweep;
    this.clock = clock;
    this.dsl = dsl;
    this.orderNo = orders.submitted(orders.applicant());
  }

  @Test
  void a_given_up_job_tells_its_cause_and_can_be_tried_again() {
    incident();
    signIn(fixtures.staff(Role.ADMIN));
    navigate(IncidentsView.class);
    assertThat(words(row())).contains("issue-certificates", "issuance.issue", "密钥文件打不开");

    test(find(Button.class, row()).withText("重试").single()).click();

    assertThat(state()).isEqualTo("RETRIED");
    assertThat(find(Div.class).withCondition(this::isRow).all()).isEmpty();
    test(find(Checkbox.class).single()).click();
    assertThat(words(row())).contains("重试");
  }

  @Test
  void an_auditor_only_looks() {
    incident();
    signIn(fixtures.staff(Role.AUDITOR));
    navigate(IncidentsView.class);

    assertThat(find(Button.class, row()).withText("重试").all()).isEmpty();
  }

  @Test
  void an_order_that_stands_still_is_told_with_what_was_tried() {
    // A command that is still on its way is not yet a standstill.
    Awaitility.await().until(() -> !dsl.fetchExists(OUTBOX, OUTBOX.BUSINESS_KEY.eq(orderNo)));
    clock.advance(Duration.ofMinutes(11));
    sweep.sweep(1000);
    signIn(fixtures.staff(Role.ADMIN));

    navigate(IncidentsView.class);

    assertThat(words(row())).contains("流程没有启动", "已重新启动 1 次");
  }

  private void incident() {
    dsl.insertInto(INCIDENT)
        .set(INCIDENT.JOB_KEY, jobKey)
        .set(INCIDENT.ORDER_NO, orderNo)
        .set(INCIDENT.PROCESS_INSTANCE_KEY, 1L)
        .set(INCIDENT.ELEMENT_ID, "issuance.issue")
        .set(INCIDENT.JOB_TYPE, "issue-certificates")
        .set(INCIDENT.MESSAGE, "密钥文件打不开")
        .set(INCIDENT.STATE, "OPEN")
        .set(INCIDENT.CREATED_AT, clock.instant())
        .execute();
  }

  private String state() {
    return dsl.select(INCIDENT.STATE)
        .from(INCIDENT)
        .where(INCIDENT.JOB_KEY.eq(jobKey))
        .fetchSingle()
        .value1();
  }

  private Div row() {
    return find(Div.class).withCondition(this::isRow).single();
  }

  private boolean isRow(Div part) {
    return part.hasClassName("incident-row") && words(part).contains(orderNo);
  }
}
