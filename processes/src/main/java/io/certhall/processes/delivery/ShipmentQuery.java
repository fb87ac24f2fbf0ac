package io.certhall.processes.delivery;

import static io.certhall.db.generated.Tables.SHIPMENT;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order's parcel. The caller has checked that the order is visible. */
@Component
public class ShipmentQuery {

  private final DSLContext dsl;

  ShipmentQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A parcel on its way or received. */
  public record Shipment(
      String carrier, String trackingNo, Instant shippedAt, @Nullable Instant receivedAt) {}

  public Optional<Shipment> of(String orderNo) {
    return dsl.select(
            SHIPMENT.CARRIER, SHIPMENT.TRACKING_NO, SHIPMENT.SHIPPED_AT, SHIPMENT.RECEIVED_AT)
        .from(SHIPMENT)
        .where(SHIPMENT.ORDER_NO.eq(orderNo))
        .fetchOptional(Records.mapping(Shipment::new));
  }
}
