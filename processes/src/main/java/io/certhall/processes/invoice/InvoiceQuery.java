package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.search.CodeColumn;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The finance desk's list of invoices, newest first. */
@Component
public class InvoiceQuery {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final DSLContext dsl;

  InvoiceQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What the list shows; null means any.
   *
   * @param text beginning of the invoice's or the order's number, or part of the title
   * @param from first day in Chinese time
   * @param to last day in Chinese time, included
   */
  public record Filter(
      @Nullable String hall,
      @Nullable String text,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    public static final Filter ALL = new Filter(null, null, null, null);
  }

  /** How many there are, and their sums in fen. */
  public record Totals(int count, long amountFen, long taxFen) {}

  /**
   * A page.
   *
   * @param after number of the last invoice of the page before, null for the first
   * @throws Refusal FORBIDDEN unless the actor is of finance or an auditor
   */
  public List<Invoice> page(Actor actor, Filter filter, @Nullable String after, int limit) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return dsl.select(InvoiceRepository.COLUMNS)
        .from(INVOICE)
        .where(matching(filter))
        .and(after == null ? noCondition() : INVOICE.INVOICE_NO.lt(after))
        .orderBy(INVOICE.INVOICE_NO.desc())
        .limit(Math.clamp(limit, 1, 200))
        .fetch(InvoiceRepository::toInvoice);
  }

  public Totals totals(Actor actor, Filter filter) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return dsl.select(DSL.count(), sum(INVOICE.AMOUNT_FEN), sum(INVOICE.TAX_FEN))
        .from(INVOICE)
        .where(matching(filter))
        .fetchSingle(row -> new Totals(row.value1(), fen(row.value2()), fen(row.value3())));
  }

  private static long fen(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.longValueExact();
  }

  private static Condition matching(Filter filter) {
    Condition condition = noCondition();
    if (filter.hall() != null) {
      condition = condition.and(INVOICE.HALL.eq(filter.hall()));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      condition = condition.and(naming(filter.text().strip()));
    }
    if (filter.from() != null) {
      condition =
          condition.and(INVOICE.ISSUED_AT.ge(filter.from().atStartOfDay(CHINA).toInstant()));
    }
    if (filter.to() != null) {
      condition =
          condition.and(
              INVOICE.ISSUED_AT.lt(filter.to().plusDays(1).atStartOfDay(CHINA).toInstant()));
    }
    return condition;
  }

  private static Condition naming(String text) {
    return INVOICE
        .TITLE
        .contains(text)
        .or(CodeColumn.startsWith(INVOICE.INVOICE_NO, text))
        .or(CodeColumn.startsWith(INVOICE.ORDER_NO, text));
  }
}
