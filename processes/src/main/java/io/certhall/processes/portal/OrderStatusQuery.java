package io.certhall.processes.portal;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;

import io.certhall.processes.account.Throttle;
import io.certhall.processes.account.ThrottleLimit;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.Contact;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells how far an order is to who knows its number and the end of the operator's phone. Tries are
 * counted per order and per address; an unknown number answers like a wrong phone.
 */
@Component
public class OrderStatusQuery {

  static final int CAPTCHA_AFTER = 3;
  static final ThrottleLimit PER_ORDER =
      new ThrottleLimit("status-order", 10, Duration.ofMinutes(30));
  static final ThrottleLimit PER_ADDRESS =
      new ThrottleLimit("status-address", 60, Duration.ofMinutes(30));
  static final ThrottleLimit FAILURES =
      new ThrottleLimit("status-failures", 1_000, Duration.ofMinutes(30));

  private static final Pattern FORM = Pattern.compile("[0-9]{17}");

  private final DSLContext dsl;
  private final Orders orders;
  private final Throttle throttle;
  private final TransactionTemplate transaction;

  OrderStatusQuery(
      DSLContext dsl, Orders orders, Throttle throttle, PlatformTransactionManager transactions) {
    this.dsl = dsl;
    this.orders = orders;
    this.throttle = throttle;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param phoneEnd last four digits of the operator's phone
   * @param address of who asks
   * @param captchaPassed whether a captcha was solved for this very question
   * @throws Refusal UNAUTHENTICATED CAPTCHA_REQUIRED, TOO_MANY STATUS_TRIED_TOO_OFTEN or RULE
   *     STATUS_NOT_FOUND
   */
  public OrderStatus ask(String orderNo, String phoneEnd, String address, boolean captchaPassed) {
    String number = orderNo.strip();
    if (!captchaPassed && captchaRequired(address)) {
      throw refused(RefusalKind.UNAUTHENTICATED, "captcha", "CAPTCHA_REQUIRED");
    }
    // Counted before the answer and kept whatever it is, so that parallel tries count as well.
    Duration wait = transaction.execute(status -> count(number, address));
    if (!wait.isZero()) {
      throw refused(RefusalKind.TOO_MANY, "", "STATUS_TRIED_TOO_OFTEN", wait.toMinutes() + 1);
    }
    Optional<OrderStatus> found = find(number).filter(order -> isTheirs(number, phoneEnd));
    if (found.isEmpty()) {
      transaction.executeWithoutResult(status -> throttle.use(FAILURES, address));
      throw refused(RefusalKind.RULE, "", "STATUS_NOT_FOUND");
    }
    return found.get();
  }

  /** After some failures from an address its next question needs a captcha. */
  public boolean captchaRequired(String address) {
    return throttle.uses(FAILURES, address) >= CAPTCHA_AFTER;
  }

  private Duration count(String number, String address) {
    Duration wait = throttle.use(PER_ADDRESS, address);
    return wait.isZero() ? throttle.use(PER_ORDER, number) : wait;
  }

  private Optional<OrderStatus> find(String number) {
    if (!FORM.matcher(number).matches()) {
      return Optional.empty();
    }
    return dsl.select(
            CERTIFICATE_ORDER.ORDER_NO,
            CERTIFICATE_ORDER.HALL,
            CERTIFICATE_ORDER.SERVICE,
            CERTIFICATE_ORDER.STATE,
            CERTIFICATE_ORDER.STATE_SINCE)
        .from(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.eq(number), CERTIFICATE_ORDER.REMOVED_AT.isNull())
        .fetchOptional(
            row ->
                new OrderStatus(
                    row.value1(),
                    row.value2(),
                    Service.valueOf(row.value3()),
                    OrderState.valueOf(row.value4()),
                    row.value5()));
  }

  private boolean isTheirs(String number, String phoneEnd) {
    Contact contact = orders.contact(number);
    AgentForm agent = contact.agent();
    String phone = agent == null ? null : agent.phone();
    return phone != null && phoneEnd.strip().length() == 4 && phone.endsWith(phoneEnd.strip());
  }

  private static Refusal refused(RefusalKind kind, String path, String code, Object... args) {
    return new Refusal(kind, List.of(Problem.of(path, code, args)));
  }
}
