package io.certhall.processes.medium;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.KEY_MEDIUM;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.search.CodeColumn;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of keys, by serial, and what each went through. */
@Component
public class MediumQuery {

  static final Role[] READERS = {
    Role.PRODUCER, Role.DISPATCHER, Role.MANAGER, Role.AUDITOR, Role.ADMIN
  };

  private final DSLContext dsl;
  private final MediumBooks books;

  MediumQuery(DSLContext dsl, MediumBooks books) {
    this.dsl = dsl;
    this.books = books;
  }

  /**
   * Each part null for any.
   *
   * @param text beginning of a serial or order number, or part of the holder's name
   */
  public record Filter(
      @Nullable String hall,
      @Nullable String model,
      @Nullable MediumState state,
      @Nullable String text) {

    public static final Filter ALL = new Filter(null, null, null, null);
  }

  /**
   * A page of the list.
   *
   * @param after last serial of the page before; null for the first page
   * @param limit 1 to 200
   */
  public List<KeyMedium> page(Actor actor, Filter filter, @Nullable String after, int limit) {
    actor.require(READERS);
    return dsl.select(
            KEY_MEDIUM.SERIAL,
            KEY_MEDIUM.HALL,
            KEY_MEDIUM.MODEL,
            KEY_MEDIUM.SUPPLIER,
            KEY_MEDIUM.LOT_ID,
            KEY_MEDIUM.STATE,
            KEY_MEDIUM.ACCOUNT_ID,
            KEY_MEDIUM.ORDER_NO,
            KEY_MEDIUM.ITEM_SEQ,
            CERTIFICATE_ORDER.APPLICANT_NAME,
            KEY_MEDIUM.SINCE)
        .from(KEY_MEDIUM)
        .leftJoin(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(KEY_MEDIUM.ORDER_NO))
        .where(matching(filter))
        .and(after == null ? noCondition() : KEY_MEDIUM.SERIAL.gt(after))
        .orderBy(KEY_MEDIUM.SERIAL)
        .limit(Math.clamp(limit, 1, 200))
        .fetch(
            row ->
                new KeyMedium(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    MediumState.valueOf(row.value6()),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10(),
                    row.value11()));
  }

  public int count(Actor actor, Filter filter) {
    actor.require(READERS);
    return dsl.selectCount()
        .from(KEY_MEDIUM)
        .leftJoin(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(KEY_MEDIUM.ORDER_NO))
        .where(matching(filter))
        .fetchSingle()
        .value1();
  }

  /** Models in the books. */
  public List<String> models(Actor actor) {
    actor.require(READERS);
    return dsl.selectDistinct(KEY_MEDIUM.MODEL)
        .from(KEY_MEDIUM)
        .orderBy(KEY_MEDIUM.MODEL)
        .fetch(KEY_MEDIUM.MODEL);
  }

  /**
   * Who had it when, latest first.
   *
   * @throws Refusal NOT_FOUND MEDIUM_UNKNOWN
   */
  public List<MediumEvent> history(Actor actor, String serial) {
    actor.require(READERS);
    List<MediumEvent> events = books.history(serial);
    if (events.isEmpty()) {
      throw Refusal.notFound("MEDIUM_UNKNOWN", serial);
    }
    return events;
  }

  private static Condition matching(Filter filter) {
    Condition condition = noCondition();
    if (filter.hall() != null) {
      condition = condition.and(KEY_MEDIUM.HALL.eq(filter.hall()));
    }
    if (filter.model() != null) {
      condition = condition.and(KEY_MEDIUM.MODEL.eq(filter.model()));
    }
    if (filter.state() != null) {
      condition = condition.and(KEY_MEDIUM.STATE.eq(filter.state().name()));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      String text = filter.text().strip();
      condition =
          condition.and(
              CodeColumn.startsWith(KEY_MEDIUM.SERIAL, text)
                  .or(CodeColumn.startsWith(KEY_MEDIUM.ORDER_NO, text))
                  .or(CERTIFICATE_ORDER.APPLICANT_NAME.contains(text)));
    }
    return condition;
  }
}
