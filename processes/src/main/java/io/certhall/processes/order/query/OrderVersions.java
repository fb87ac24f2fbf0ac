package io.certhall.processes.order.query;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells cheaply whether orders on open pages have changed, whichever process changed them. */
@Component
public class OrderVersions {

  private final DSLContext dsl;

  OrderVersions(DSLContext dsl) {
    this.dsl = dsl;
  }

  public Map<String, Integer> of(Collection<String> orderNos) {
    return dsl.select(CERTIFICATE_ORDER.ORDER_NO, CERTIFICATE_ORDER.ROW_VERSION)
        .from(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.in(orderNos))
        .fetchMap(CERTIFICATE_ORDER.ORDER_NO, CERTIFICATE_ORDER.ROW_VERSION);
  }
}
