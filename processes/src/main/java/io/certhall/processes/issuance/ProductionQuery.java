package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.PERSON;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The producer's desk: certificates that wait for a key, and what became of those done. */
@Component
public class ProductionQuery {

  private final DSLContext dsl;
  private final TaskQuery tasks;

  ProductionQuery(DSLContext dsl, TaskQuery tasks) {
    this.dsl = dsl;
    this.tasks = tasks;
  }

  /** A page of the desk, oldest first; {@code after} is the last task id of the page before. */
  public List<ProductionRow> page(Actor actor, TaskQuery.Filter filter, long after, int limit) {
    actor.require(Role.PRODUCER);
    List<TaskRow> rows =
        tasks.page(
            actor,
            new TaskQuery.Filter(
                TaskQueue.PRODUCTION,
                filter.hall(),
                filter.orderNo(),
                filter.mine(),
                filter.text()),
            after,
            limit);
    Map<String, List<Item>> items = items(rows.stream().map(TaskRow::orderNo).distinct().toList());
    List<ProductionRow> page = new ArrayList<>();
    for (TaskRow row : rows) {
      List<Item> all = items.getOrDefault(String.valueOf(row.orderNo()), List.of());
      all.stream()
          .filter(item -> item.seq() == row.itemSeq())
          .findFirst()
          .ifPresent(item -> page.add(row(row, item, all.size())));
    }
    return page;
  }

  /**
   * What became of one certificate.
   *
   * @param serial of the signing certificate; null until it is issued
   */
  public record Produced(
      String orderNo,
      int itemSeq,
      String mediumSerial,
      @Nullable String serial,
      @Nullable String encryptionSerial,
      @Nullable Instant notAfter) {}

  /** The certificates of these orders that have a key. */
  public List<Produced> produced(Actor actor, Collection<String> orderNos) {
    actor.require(Role.PRODUCER);
    return dsl.select(
            ORDER_ITEM.ORDER_NO,
            ORDER_ITEM.SEQ,
            ORDER_ITEM.MEDIUM_SERIAL,
            CERTIFICATE.SERIAL,
            CERTIFICATE.PAIR_SERIAL,
            CERTIFICATE.NOT_AFTER)
        .from(ORDER_ITEM)
        .leftJoin(CERTIFICATE)
        .on(
            CERTIFICATE.ORDER_NO.eq(ORDER_ITEM.ORDER_NO),
            CERTIFICATE.ITEM_SEQ.eq(ORDER_ITEM.SEQ),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"))
        .where(ORDER_ITEM.ORDER_NO.in(orderNos), ORDER_ITEM.MEDIUM_SERIAL.isNotNull())
        .orderBy(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ)
        .fetch(org.jooq.Records.mapping(Produced::new));
  }

  private record Item(
      String orderNo, int seq, String type, int years, String seals, @Nullable String personName) {}

  private Map<String, List<Item>> items(Collection<String> orderNos) {
    return dsl
        .select(
            ORDER_ITEM.ORDER_NO,
            ORDER_ITEM.SEQ,
            ORDER_ITEM.TYPE,
            ORDER_ITEM.YEARS,
            ORDER_ITEM.SEALS,
            PERSON.NAME)
        .from(ORDER_ITEM)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(ORDER_ITEM.PERSON_ID))
        .where(ORDER_ITEM.ORDER_NO.in(orderNos))
        .fetch(org.jooq.Records.mapping(Item::new))
        .stream()
        .collect(Collectors.groupingBy(Item::orderNo));
  }

  private static ProductionRow row(TaskRow task, Item item, int itemCount) {
    return new ProductionRow(
        task.id(),
        item.orderNo(),
        task.hall(),
        item.seq(),
        itemCount,
        task.subject(),
        CertificateType.valueOf(item.type()),
        item.personName(),
        item.years(),
        item.seals().isEmpty() ? List.of() : List.of(item.seals().split(",")),
        task.assigneeId(),
        task.assigneeName(),
        task.createdAt(),
        task.dueAt());
  }
}
