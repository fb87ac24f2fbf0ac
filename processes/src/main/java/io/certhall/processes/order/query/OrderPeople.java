package io.certhall.processes.order.query;

import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.PERSON;

import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Names of the people an order's certificates are for. The caller has checked visibility. */
@Component
public class OrderPeople {

  private final DSLContext dsl;

  OrderPeople(DSLContext dsl) {
    this.dsl = dsl;
  }

  public Map<Long, String> of(String orderNo) {
    return dsl.selectDistinct(PERSON.ID, PERSON.NAME)
        .from(ORDER_ITEM)
        .join(PERSON)
        .on(PERSON.ID.eq(ORDER_ITEM.PERSON_ID))
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo))
        .fetchMap(PERSON.ID, PERSON.NAME);
  }
}
