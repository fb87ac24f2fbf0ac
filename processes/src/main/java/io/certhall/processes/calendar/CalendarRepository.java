package io.certhall.processes.calendar;

import static io.certhall.db.generated.Tables.CALENDAR_DAY;
import static io.certhall.db.generated.Tables.CALENDAR_YEAR;

import io.certhall.processes.calendar.CalendarDay.DayKind;
import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of holidays. */
@Repository
class CalendarRepository {

  private final DSLContext dsl;

  CalendarRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<CalendarDay> days() {
    return read(org.jooq.impl.DSL.noCondition());
  }

  List<CalendarDay> days(int year) {
    return read(within(year));
  }

  List<CalendarYear> years() {
    return dsl.select(
            CALENDAR_YEAR.YEAR,
            CALENDAR_YEAR.ANNOUNCED,
            CALENDAR_YEAR.SOURCE,
            CALENDAR_YEAR.ROW_VERSION)
        .from(CALENDAR_YEAR)
        .orderBy(CALENDAR_YEAR.YEAR)
        .fetch(row -> new CalendarYear(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** Puts these days in the place of the year's former ones. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(CalendarYear year, Collection<CalendarDay> days, Instant at) {
    int changed =
        year.version() < 0
            ? dsl.insertInto(CALENDAR_YEAR)
                .set(CALENDAR_YEAR.YEAR, year.year())
                .set(CALENDAR_YEAR.ANNOUNCED, year.announced())
                .set(CALENDAR_YEAR.SOURCE, year.source())
                .set(CALENDAR_YEAR.CHANGED_AT, at)
                .onDuplicateKeyIgnore()
                .execute()
            : dsl.update(CALENDAR_YEAR)
                .set(CALENDAR_YEAR.ANNOUNCED, year.announced())
                .set(CALENDAR_YEAR.SOURCE, year.source())
                .set(CALENDAR_YEAR.CHANGED_AT, at)
                .set(CALENDAR_YEAR.ROW_VERSION, year.version() + 1)
                .where(
                    CALENDAR_YEAR.YEAR.eq(year.year()),
                    CALENDAR_YEAR.ROW_VERSION.eq(year.version()))
                .execute();
    if (changed != 1) {
      throw Refusal.conflict("STALE_VERSION");
    }
    dsl.deleteFrom(CALENDAR_DAY).where(within(year.year())).execute();
    if (days.isEmpty()) {
      return;
    }
    var insert =
        dsl.insertInto(CALENDAR_DAY, CALENDAR_DAY.DAY, CALENDAR_DAY.KIND, CALENDAR_DAY.NAME);
    for (CalendarDay day : days) {
      insert = insert.values(day.day(), day.kind().name(), day.name());
    }
    insert.execute();
  }

  private List<CalendarDay> read(Condition which) {
    return dsl.select(CALENDAR_DAY.DAY, CALENDAR_DAY.KIND, CALENDAR_DAY.NAME)
        .from(CALENDAR_DAY)
        .where(which)
        .orderBy(CALENDAR_DAY.DAY)
        .fetch(row -> new CalendarDay(row.value1(), DayKind.valueOf(row.value2()), row.value3()));
  }

  private static Condition within(int year) {
    return CALENDAR_DAY.DAY.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
