package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.PAYMENT;
import static io.certhall.db.generated.Tables.REFUND;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finance's side of refunds: sees all, transfers back by hand what came by transfer, and takes up
 * what a provider gave up. Who asked for a refund does not confirm it, nor the order's owner.
 */
@Service
public class RefundDesk {

  private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}_./ -]{4,64}");

  private final Orders orders;
  private final JooqRefundRepository refunds;
  private final Refunds promises;
  private final RefundCompletion completion;
  private final AuditLog audit;
  private final Clock clock;

  RefundDesk(
      Orders orders,
      JooqRefundRepository refunds,
      Refunds promises,
      RefundCompletion completion,
      AuditLog audit,
      Clock clock) {
    this.orders = orders;
    this.refunds = refunds;
    this.promises = promises;
    this.completion = completion;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param state null for all
   * @param hall null for all
   * @param number of an order, payment or refund, from its beginning; null for all
   */
  public record Filter(
      @Nullable RefundState state, @Nullable String hall, @Nullable String number) {

    public static final Filter ALL = new Filter(null, null, null);
  }

  /**
   * Newest first.
   *
   * @param after the last number of the page before
   */
  @Transactional(readOnly = true)
  public List<Refund> page(Actor actor, Filter filter, @Nullable String after, int limit) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return refunds.page(condition(filter), after, limit);
  }

  @Transactional(readOnly = true)
  public int count(Actor actor, Filter filter) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return refunds.count(condition(filter));
  }

  /** How many wait for a person of finance. */
  @Transactional(readOnly = true)
  public int waiting(Actor actor) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return refunds.count(REFUND.STATE.in(RefundState.MANUAL.name(), RefundState.FAILED.name()));
  }

  /** The refunds of an order, oldest first, for its owner and the staff. */
  @Transactional(readOnly = true)
  public List<Refund> of(Actor actor, String orderNo) {
    return refunds.of(orders.visible(actor, orderNo).orderNo());
  }

  /**
   * The money was transferred back by hand.
   *
   * @param reference the bank's number of the transfer
   * @throws Refusal FORBIDDEN for who asked for it or owns the order, CONFLICT when it is not to be
   *     transferred by hand, RULE for a reference that cannot be one
   */
  @Transactional
  public void transferred(Actor actor, String refundNo, @Nullable String reference) {
    Refund refund = locked(actor, refundNo);
    if (refund.state() != RefundState.MANUAL) {
      throw Refusal.conflict("REFUND_NOT_MANUAL");
    }
    if (Objects.equals(refund.requestedBy(), actor.accountId())) {
      throw Refusal.forbidden("OWN_REFUND");
    }
    String number = reference == null ? "" : reference.strip();
    if (!REFERENCE.matcher(number).matches()) {
      throw Refusal.rule("reference", "BANK_REFERENCE_FORM");
    }
    refunds.transferred(refund, number, actor.accountId(), clock.instant());
    audit.record(
        actor,
        "refund.transferred",
        "refund",
        refundNo,
        refund.hall(),
        refund.amountFen() + " fen, " + number);
    completion.completed(actor, refund);
  }

  /**
   * Sends it again now; one the provider gave up gets a new number.
   *
   * @return the number it goes on under
   */
  @Transactional
  public String retry(Actor actor, String refundNo) {
    Refund refund = locked(actor, refundNo);
    return switch (refund.state()) {
      case REQUESTED, PROCESSING -> {
        refunds.hurry(refund, clock.instant());
        audit.record(actor, "refund.retried", "refund", refundNo, refund.hall(), null);
        yield refundNo;
      }
      case FAILED -> promises.replace(actor, refund, RefundState.REQUESTED);
      case MANUAL, REFUNDED, REPLACED -> throw Refusal.conflict("REFUND_NOT_RETRYABLE");
    };
  }

  /**
   * What a provider gave up is transferred by hand instead; someone else confirms it.
   *
   * @return the number it goes on under
   */
  @Transactional
  public String byTransfer(Actor actor, String refundNo) {
    Refund refund = locked(actor, refundNo);
    if (refund.state() != RefundState.FAILED) {
      throw Refusal.conflict("REFUND_NOT_RETRYABLE");
    }
    return promises.replace(actor, refund, RefundState.MANUAL);
  }

  private Refund locked(Actor actor, String refundNo) {
    actor.require(Role.FINANCE);
    Refund seen =
        refunds.find(refundNo).orElseThrow(() -> Refusal.notFound("REFUND_UNKNOWN", refundNo));
    Order order = orders.locked(seen.orderNo());
    if (order.isOwnedBy(actor.accountId())) {
      throw Refusal.forbidden("OWN_ORDER");
    }
    return refunds.find(refundNo).orElseThrow();
  }

  private static Condition condition(Filter filter) {
    Condition which = DSL.noCondition();
    if (filter.state() != null) {
      which = which.and(REFUND.STATE.eq(filter.state().name()));
    }
    if (filter.hall() != null) {
      which = which.and(PAYMENT.HALL.eq(filter.hall()));
    }
    if (filter.number() != null && !filter.number().isBlank()) {
      String number = filter.number().strip();
      which =
          which.and(
              REFUND
                  .ORDER_NO
                  .startsWith(number)
                  .or(REFUND.REFUND_NO.startsWith(number))
                  .or(REFUND.PAYMENT_NO.startsWith(number)));
    }
    return which;
  }
}
