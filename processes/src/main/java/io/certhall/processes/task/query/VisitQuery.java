package io.certhall.processes.task.query;

import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.ORDER_EVENT;

import io.certhall.bpmn.ProcessPathVisit;
import io.certhall.processes.order.OrderEventKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps of the diagram an order is known to have reached: people's steps from their tasks,
 * workers' steps from the timeline. The caller has checked that the order is visible.
 */
@Component
public class VisitQuery {

  /** Told by workers; what people do is in their tasks already. */
  private static final List<String> WORKERS_EVENTS =
      List.of(
          OrderEventKind.CERTIFICATE_ISSUED.name(),
          OrderEventKind.INVOICED.name(),
          OrderEventKind.REMINDED.name(),
          OrderEventKind.COMPLETED.name(),
          OrderEventKind.CLOSED.name());

  private final DSLContext dsl;

  VisitQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** One row per certificate where the step works item by item. */
  private record Row(
      long jobKey, String elementId, Instant createdAt, @Nullable Instant completedAt) {}

  public List<ProcessPathVisit> of(String orderNo) {
    Map<Long, List<Row>> steps = new LinkedHashMap<>();
    dsl.select(
            HUMAN_TASK.JOB_KEY,
            HUMAN_TASK.ELEMENT_ID,
            HUMAN_TASK.CREATED_AT,
            HUMAN_TASK.COMPLETED_AT)
        .from(HUMAN_TASK)
        .where(
            HUMAN_TASK.ORDER_NO.eq(orderNo),
            HUMAN_TASK.JOB_KEY.isNotNull(),
            HUMAN_TASK.ELEMENT_ID.isNotNull())
        .orderBy(HUMAN_TASK.ID)
        .forEach(
            row ->
                steps
                    .computeIfAbsent(row.value1(), key -> new ArrayList<>())
                    .add(new Row(row.value1(), row.value2(), row.value3(), row.value4())));
    List<ProcessPathVisit> visits = new ArrayList<>();
    steps.values().forEach(rows -> visits.add(visit(rows)));
    dsl.select(ORDER_EVENT.ELEMENT_ID, ORDER_EVENT.AT)
        .from(ORDER_EVENT)
        .where(
            ORDER_EVENT.ORDER_NO.eq(orderNo),
            ORDER_EVENT.KIND.in(WORKERS_EVENTS),
            ORDER_EVENT.ELEMENT_ID.isNotNull())
        .orderBy(ORDER_EVENT.ID)
        .forEach(row -> visits.add(ProcessPathVisit.passed(row.value1(), row.value2())));
    // Certificates of one order are issued together: one visit, several events.
    return visits.stream()
        .distinct()
        .sorted(Comparator.comparing(ProcessPathVisit::enteredAt))
        .toList();
  }

  private static ProcessPathVisit visit(Collection<Row> rows) {
    Row first = rows.iterator().next();
    boolean open = rows.stream().anyMatch(row -> row.completedAt() == null);
    Instant left =
        open
            ? null
            : rows.stream()
                .map(Row::completedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    return new ProcessPathVisit(first.elementId(), first.createdAt(), left);
  }
}
