package io.certhall.processes.payment;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bank statements confirm transfers: a line whose remark names an order and whose amount is what
 * the order's voucher promises does what finance would do by hand. All other lines are kept and
 * listed. The bank's reference is taken once, so a file may come again.
 */
@Service
public class BankStatements {

  public static final int MOST_LINES = 5000;

  private static final int MOST_SHOWN = 500;
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_NAME = 255;

  /** A hall's prefix, if any, and digits; other letters may stand before. */
  private static final Pattern ORDER_NO = Pattern.compile("([A-Z]{0,3})(\\d{14,21})");

  private final StatementRepository statements;
  private final JooqPaymentRepository payments;
  private final TransferChecks checks;
  private final HumanTasks tasks;
  private final Orders orders;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  BankStatements(
      StatementRepository statements,
      JooqPaymentRepository payments,
      TransferChecks checks,
      HumanTasks tasks,
      Orders orders,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.statements = statements;
    this.payments = payments;
    this.checks = checks;
    this.tasks = tasks;
    this.orders = orders;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What became of the lines of a file.
   *
   * @param applied transfers confirmed
   * @param open kept for finance to look at
   * @param known imported before; nothing happened
   */
  public record Result(int applied, int open, int known) {}

  private enum Outcome {
    APPLIED,
    OPEN,
    KNOWN
  }

  /**
   * Each line is a transaction of its own. Not for use inside a transaction.
   *
   * @throws Refusal FORBIDDEN, RULE with the rows that can't be read; then nothing is imported
   */
  public Result take(Actor actor, String fileName, List<StatementLine> lines) {
    actor.require(Role.FINANCE);
    FormCheck check = new FormCheck();
    if (lines.isEmpty()) {
      check.refuse("file", "STATEMENT_EMPTY");
    }
    if (lines.size() > MOST_LINES) {
      check.refuse("file", "STATEMENT_TOO_LONG", MOST_LINES);
    } else {
      lines.forEach(line -> line.check(check));
    }
    check.refuseUnlessClean();
    String name = fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
    int[] counts = new int[Outcome.values().length];
    for (StatementLine line : lines) {
      counts[store(actor, name, line).ordinal()]++;
    }
    Result result =
        new Result(
            counts[Outcome.APPLIED.ordinal()],
            counts[Outcome.OPEN.ordinal()],
            counts[Outcome.KNOWN.ordinal()]);
    transaction.executeWithoutResult(
        status ->
            audit.record(
                actor, "payment.statement-imported", "statement", "import", null, summary(result)));
    return result;
  }

  /**
   * Tries the open lines anew, e.g. after a voucher came.
   *
   * @throws Refusal FORBIDDEN
   */
  public Result matchAgain(Actor actor) {
    actor.require(Role.FINANCE);
    int applied = 0;
    int open = 0;
    for (OpenStatementLine line : statements.open(MOST_LINES)) {
      if (apply(actor, line.reference(), line.remark(), line.amountFen())) {
        applied++;
      } else {
        open++;
      }
    }
    return new Result(applied, open, 0);
  }

  /** Lines nobody has dealt with, oldest first. */
  @Transactional(readOnly = true)
  public List<OpenStatementLine> open(Actor actor) {
    actor.require(Role.FINANCE);
    return statements.open(MOST_SHOWN).stream()
        .map(
            line ->
                new OpenStatementLine(
                    line.id(),
                    line.reference(),
                    line.bookedOn(),
                    line.amountFen(),
                    line.payer(),
                    line.remark(),
                    line.finding(),
                    named(line.remark()).map(Order::orderNo).orElse(null),
                    line.importedAt()))
        .toList();
  }

  @Transactional(readOnly = true)
  public int countOpen(Actor actor) {
    return actor.has(Role.FINANCE) ? statements.countOpen() : 0;
  }

  /**
   * Finance dealt with a line by hand.
   *
   * @param note what was done
   * @throws Refusal FORBIDDEN, RULE without a note, CONFLICT when it was dealt with meanwhile
   */
  @Transactional
  public void done(Actor actor, long id, @Nullable String note) {
    actor.require(Role.FINANCE);
    FormCheck check = new FormCheck();
    String words = check.text("note", note, LONGEST_NOTE);
    check.refuseUnlessClean();
    if (!statements.done(id, words, actor.accountId(), clock.instant())) {
      throw Refusal.conflict("STATEMENT_LINE_DONE");
    }
    audit.record(actor, "payment.statement-line-done", "statement", Long.toString(id), null, words);
  }

  private Outcome store(Actor actor, String fileName, StatementLine line) {
    boolean fresh =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> statements.insert(line, fileName, actor.accountId(), clock.instant())));
    if (!fresh) {
      return Outcome.KNOWN;
    }
    return apply(actor, line.reference(), line.remark(), line.amountFen())
        ? Outcome.APPLIED
        : Outcome.OPEN;
  }

  /** Confirms and marks the line in one transaction; a line that isn't open is left alone. */
  private boolean apply(Actor actor, String reference, String remark, long amountFen) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(status -> confirm(actor, reference, remark, amountFen)));
    } catch (Refusal faster) {
      // A colleague decided or claimed it a moment ago.
      transaction.executeWithoutResult(
          status -> statements.found(reference, StatementFinding.CLAIMED));
      return false;
    }
  }

  private boolean confirm(Actor actor, String reference, String remark, long amountFen) {
    if (!statements.lockOpen(reference)) {
      return false;
    }
    Optional<Order> named = named(remark);
    if (named.isEmpty()) {
      statements.found(
          reference,
          ORDER_NO.matcher(remark).find()
              ? StatementFinding.ORDER_UNKNOWN
              : StatementFinding.NO_ORDER_NUMBER);
      return false;
    }
    Order order = orders.locked(named.get().orderNo());
    Optional<HumanTask> task = tasks.waiting(order.orderNo(), TaskQueue.FINANCE);
    StatementFinding obstacle = obstacle(actor, order, task, amountFen);
    if (obstacle != null) {
      statements.found(reference, obstacle);
      return false;
    }
    Instant now = clock.instant();
    Payment payment = checks.checked(actor, task.orElseThrow().id());
    checks.decide(actor, task.orElseThrow().id(), TransferDecision.confirm(amountFen));
    return statements.applied(reference, payment.paymentNo(), actor.accountId(), now);
  }

  private @Nullable StatementFinding obstacle(
      Actor actor, Order order, Optional<HumanTask> task, long amountFen) {
    if (order.state().isEnded()) {
      return StatementFinding.ORDER_OVER;
    }
    List<Payment> transfers =
        payments.of(order.orderNo()).stream()
            .filter(payment -> payment.method() == PaymentMethod.TRANSFER)
            .toList();
    if (task.isEmpty()) {
      return transfers.stream().anyMatch(payment -> payment.state() == PaymentState.OPEN)
          ? StatementFinding.NO_VOUCHER
          : StatementFinding.NOT_AWAITED;
    }
    if (order.isOwnedBy(actor.accountId())) {
      return StatementFinding.OWN_ORDER;
    }
    Long assignee = task.get().assigneeId();
    if (assignee != null && assignee != actor.accountId()) {
      return StatementFinding.CLAIMED;
    }
    return order.dueFen() == amountFen ? null : StatementFinding.AMOUNT_DIFFERS;
  }

  /** The first order that the remark names. */
  private Optional<Order> named(String remark) {
    Matcher numbers = ORDER_NO.matcher(remark);
    while (numbers.find()) {
      String letters = numbers.group(1);
      for (int from = 0; from <= letters.length(); from++) {
        Optional<Order> order = orders.find(letters.substring(from) + numbers.group(2));
        if (order.isPresent()) {
          return order;
        }
      }
    }
    return Optional.empty();
  }

  private static String summary(Result result) {
    return result.applied() + " applied, " + result.open() + " open, " + result.known() + " known";
  }
}
