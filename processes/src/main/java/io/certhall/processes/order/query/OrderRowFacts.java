package io.certhall.processes.order.query;

import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.ORDER_REJECTION;
import static io.certhall.db.generated.Tables.PERSON;
import static io.certhall.db.generated.Tables.SHIPMENT;

import io.certhall.processes.order.CertificateType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a list tells about the orders of one page besides their rows: goods, parcel, reasons of the
 * last rejection. The caller has checked that the orders are visible.
 */
@Component
public class OrderRowFacts {

  private final DSLContext dsl;

  OrderRowFacts(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Of one order.
   *
   * @param rejection the reasons of the last rejection, also when it was corrected since
   */
  public record Facts(
      List<Goods> goods,
      @Nullable String carrier,
      @Nullable String trackingNo,
      List<String> rejection) {

    static final Facts NONE = new Facts(List.of(), null, null, List.of());
  }

  /**
   * Certificates of one kind (ZR-25).
   *
   * @param people names of the persons they are for
   */
  public record Goods(CertificateType type, int quantity, List<String> people) {}

  private record Parcel(String carrier, String trackingNo) {}

  /** By order number; an order without any is there too. */
  public Map<String, Facts> of(Collection<String> orderNos) {
    Map<String, List<Goods>> goods = goods(orderNos);
    Map<String, Parcel> parcels =
        dsl.select(SHIPMENT.ORDER_NO, SHIPMENT.CARRIER, SHIPMENT.TRACKING_NO)
            .from(SHIPMENT)
            .where(SHIPMENT.ORDER_NO.in(orderNos))
            .fetchMap(row -> row.value1(), row -> new Parcel(row.value2(), row.value3()));
    Map<String, List<String>> rejections = rejections(orderNos);
    Map<String, Facts> facts = new HashMap<>();
    for (String orderNo : orderNos) {
      Parcel parcel = parcels.get(orderNo);
      facts.put(
          orderNo,
          new Facts(
              goods.getOrDefault(orderNo, List.of()),
              parcel == null ? null : parcel.carrier(),
              parcel == null ? null : parcel.trackingNo(),
              rejections.getOrDefault(orderNo, List.of())));
    }
    return facts;
  }

  public Facts of(String orderNo) {
    return of(List.of(orderNo)).getOrDefault(orderNo, Facts.NONE);
  }

  private Map<String, List<Goods>> goods(Collection<String> orderNos) {
    Map<String, Map<CertificateType, List<String>>> people = new HashMap<>();
    Map<String, Map<CertificateType, Integer>> quantities = new HashMap<>();
    dsl.select(ORDER_ITEM.ORDER_NO, ORDER_ITEM.TYPE, PERSON.NAME)
        .from(ORDER_ITEM)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(ORDER_ITEM.PERSON_ID))
        .where(ORDER_ITEM.ORDER_NO.in(orderNos))
        .orderBy(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ)
        .forEach(
            row -> {
              CertificateType type = CertificateType.valueOf(row.value2());
              quantities
                  .computeIfAbsent(row.value1(), key -> new TreeMap<>())
                  .merge(type, 1, Integer::sum);
              List<String> names =
                  people
                      .computeIfAbsent(row.value1(), key -> new TreeMap<>())
                      .computeIfAbsent(type, key -> new ArrayList<>());
              if (row.value3() != null && !names.contains(row.value3())) {
                names.add(row.value3());
              }
            });
    Map<String, List<Goods>> goods = new HashMap<>();
    quantities.forEach(
        (orderNo, counts) ->
            goods.put(
                orderNo,
                counts.entrySet().stream()
                    .map(
                        count ->
                            new Goods(
                                count.getKey(),
                                count.getValue(),
                                List.copyOf(people.get(orderNo).get(count.getKey()))))
                    .toList()));
    return goods;
  }

  private Map<String, List<String>> rejections(Collection<String> orderNos) {
    Map<String, Integer> rounds = new HashMap<>();
    Map<String, List<String>> reasons = new HashMap<>();
    dsl.select(ORDER_REJECTION.ORDER_NO, ORDER_REJECTION.ROUND, ORDER_REJECTION.TEXT)
        .from(ORDER_REJECTION)
        .where(ORDER_REJECTION.ORDER_NO.in(orderNos))
        .orderBy(ORDER_REJECTION.ORDER_NO, ORDER_REJECTION.ROUND, ORDER_REJECTION.SEQ)
        .forEach(
            row -> {
              Integer before = rounds.put(row.value1(), row.value2());
              if (!row.value2().equals(before)) {
                reasons.put(row.value1(), new ArrayList<>());
              }
              reasons.get(row.value1()).add(row.value3());
            });
    return reasons;
  }
}
