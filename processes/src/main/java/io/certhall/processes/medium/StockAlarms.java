package io.certhall.processes.medium;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_ROLE;
import static io.certhall.db.generated.Tables.KEY_MEDIUM;
import static io.certhall.db.generated.Tables.KEY_MEDIUM_MINIMUM;

import io.certhall.processes.notification.Notifications;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells producers and managers, at most once a day and model, that keys are running out. */
@Component
class StockAlarms {

  private static final String MESSAGE = "MSG-98";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final DSLContext dsl;
  private final Notifications notifications;
  private final Clock clock;

  StockAlarms(DSLContext dsl, Notifications notifications, Clock clock) {
    this.dsl = dsl;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** A key has left the shelf. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tookOne(String hall, String model) {
    int minimum =
        dsl.select(KEY_MEDIUM_MINIMUM.MINIMUM)
            .from(KEY_MEDIUM_MINIMUM)
            .where(KEY_MEDIUM_MINIMUM.HALL.eq(hall), KEY_MEDIUM_MINIMUM.MODEL.eq(model))
            .fetchOptional(KEY_MEDIUM_MINIMUM.MINIMUM)
            .orElse(0);
    if (minimum == 0) {
      return;
    }
    int stock =
        dsl.fetchCount(
            KEY_MEDIUM,
            KEY_MEDIUM.HALL.eq(hall),
            KEY_MEDIUM.MODEL.eq(model),
            KEY_MEDIUM.STATE.eq(MediumState.IN_STOCK.name()));
    if (stock >= minimum) {
      return;
    }
    String key =
        MESSAGE
            + ":"
            + hall
            + ":"
            + Integer.toHexString(model.hashCode())
            + ":"
            + LocalDate.ofInstant(clock.instant(), CHINA);
    Map<String, String> facts =
        Map.of("model", model, "n", Integer.toString(stock), "minimum", Integer.toString(minimum));
    for (long account : staff()) {
      notifications.toAccount(hall, MESSAGE, key + ":" + account, account, null, facts);
    }
  }

  private List<Long> staff() {
    return dsl.selectDistinct(ACCOUNT.ID)
        .from(ACCOUNT)
        .join(ACCOUNT_ROLE)
        .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(
            ACCOUNT_ROLE.ROLE.in(Role.PRODUCER.name(), Role.MANAGER.name()),
            ACCOUNT.STATUS.eq("ACTIVE"))
        .orderBy(ACCOUNT.ID)
        .fetch(ACCOUNT.ID);
  }
}
