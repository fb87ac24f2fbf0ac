package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.NOTIFICATION;

import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells holders that a certificate expires, so many days before as the hall says (MSG-09), each day
 * count once. A certificate that was renewed, replaced or revoked is not spoken of; who comes late
 * hears the nearest count only.
 */
@Service
public class ExpiryReminders {

  private static final String MESSAGE = "MSG-09";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final Notifications notifications;
  private final Orders orders;
  private final Clock clock;

  ExpiryReminders(
      DSLContext dsl,
      PublishedPolicies policies,
      Notifications notifications,
      Orders orders,
      Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.notifications = notifications;
    this.orders = orders;
    this.clock = clock;
  }

  private record Expiring(
      String serial, String name, String orderNo, long accountId, Instant notAfter) {}

  /**
   * @param batch how many at most per hall and day count
   * @return how many were told
   */
  @Transactional
  public int remind(int batch) {
    int told = 0;
    for (PublishedPolicy policy : policies.active()) {
      List<Integer> days =
          policy.settings().expiryReminders().stream().sorted(Comparator.naturalOrder()).toList();
      int nearer = 0;
      for (int count : days) {
        for (Expiring certificate : expiring(policy.hall(), nearer, count, batch)) {
          tell(policy.hall(), certificate, count);
          told++;
        }
        nearer = count;
      }
    }
    return told;
  }

  private void tell(String hall, Expiring certificate, int days) {
    notifications.toAccount(
        hall,
        MESSAGE,
        key(certificate.serial(), days),
        certificate.accountId(),
        phone(certificate.orderNo()),
        Map.of("certName", certificate.name(), "expireDate", DAY.format(certificate.notAfter())));
  }

  private static String key(String serial, int days) {
    return MESSAGE + ":" + serial + ":" + days;
  }

  /** More than {@code from} days are left, at most {@code to}, and nobody was told of it yet. */
  private List<Expiring> expiring(String hall, int from, int to, int batch) {
    Instant now = clock.instant();
    return dsl.select(
            CERTIFICATE.SERIAL,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.ORDER_NO,
            CERTIFICATE.ACCOUNT_ID,
            CERTIFICATE.NOT_AFTER)
        .from(CERTIFICATE)
        .where(
            CERTIFICATE.HALL.eq(hall),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"),
            CERTIFICATE.STATE.in("NORMAL", "LOCKED"),
            CERTIFICATE.NOT_AFTER.gt(now.plus(Duration.ofDays(from))),
            CERTIFICATE.NOT_AFTER.le(now.plus(Duration.ofDays(to))),
            DSL.notExists(
                dsl.selectOne()
                    .from(NOTIFICATION)
                    .where(
                        NOTIFICATION.DEDUPE_KEY.eq(
                            DSL.concat(
                                DSL.inline(MESSAGE + ":"),
                                CERTIFICATE.SERIAL,
                                DSL.inline(":" + to + ":IN_APP"))))))
        .orderBy(CERTIFICATE.NOT_AFTER)
        .limit(batch)
        .fetch(
            row ->
                new Expiring(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private @Nullable String phone(String orderNo) {
    OrderForm.Contact contact = orders.contact(orderNo);
    OrderForm.AgentForm agent = contact.agent();
    OrderForm.PersonForm person = contact.person();
    return agent != null && agent.phone() != null
        ? agent.phone()
        : person == null ? null : person.phone();
  }
}
