package io.certhall.workers.lifecycle;

import static io.certhall.db.generated.Tables.NOTIFICATION;

import java.util.List;
import org.jooq.DSLContext;

/** Which messages an order has caused. */
class SentMessages {

  private final DSLContext dsl;

  SentMessages(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Their ids, once for each text message. */
  List<String> bySms(String orderNo) {
    return dsl.select(NOTIFICATION.MESSAGE_ID)
        .from(NOTIFICATION)
        .where(NOTIFICATION.ORDER_NO.eq(orderNo), NOTIFICATION.CHANNEL.eq("SMS"))
        .orderBy(NOTIFICATION.ID)
        .fetch(NOTIFICATION.MESSAGE_ID);
  }
}
