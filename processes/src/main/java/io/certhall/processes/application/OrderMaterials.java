package io.certhall.processes.application;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.ORDER_MATERIAL;

import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.MaterialItem;
import io.certhall.bpmn.MaterialTable;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Order;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The documents an order must bring, generated from what is applied for. */
@Component
class OrderMaterials {

  private final DSLContext dsl;

  OrderMaterials(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<MaterialItem> required(Order order, PublishedPolicy policy, List<Order.Item> items) {
    DeliveryMethod delivery = order.deliveryMethod();
    return of(
        policy,
        order.service().name(),
        order.holder().name(),
        delivery == null ? null : delivery.name(),
        items);
  }

  static List<MaterialItem> of(
      PublishedPolicy policy,
      String service,
      String holder,
      @Nullable String delivery,
      List<Order.Item> items) {
    return policy
        .materials()
        .items(
            service,
            holder,
            delivery,
            items.stream()
                .map(
                    item ->
                        new MaterialTable.Item(
                            item.seq(),
                            new ItemFacts(
                                service,
                                holder,
                                item.type().name(),
                                item.years(),
                                item.seals().size(),
                                item.secondary()),
                            item.seals()))
                .toList());
  }

  /** Required items without a file. */
  List<MaterialItem> missing(Order order, PublishedPolicy policy, List<Order.Item> items) {
    Set<String> attached =
        dsl.select(ATTACHMENT.CODE)
            .from(ATTACHMENT)
            .where(ATTACHMENT.ORDER_NO.eq(order.orderNo()), ATTACHMENT.SUPERSEDED_BY.eq(0L))
            .fetchSet(ATTACHMENT.CODE);
    return required(order, policy, items).stream()
        .filter(item -> item.required() && !attached.contains(item.code()))
        .toList();
  }

  /** Keeps what was demanded, whatever a manager changes later. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void freeze(String orderNo, PublishedPolicy policy, Order order, List<Order.Item> items) {
    if (order.round() > 0) {
      dsl.deleteFrom(ORDER_MATERIAL).where(ORDER_MATERIAL.ORDER_NO.eq(orderNo)).execute();
    }
    var insert =
        dsl.insertInto(
            ORDER_MATERIAL,
            ORDER_MATERIAL.ORDER_NO,
            ORDER_MATERIAL.CODE,
            ORDER_MATERIAL.POSITION,
            ORDER_MATERIAL.LABEL,
            ORDER_MATERIAL.REQUIRED,
            ORDER_MATERIAL.FORMATS,
            ORDER_MATERIAL.MAX_BYTES,
            ORDER_MATERIAL.TEMPLATE,
            ORDER_MATERIAL.SAMPLE);
    int position = 0;
    for (MaterialItem item : required(order, policy, items)) {
      insert =
          insert.values(
              orderNo,
              item.code(),
              position++,
              item.labelZh(),
              item.required(),
              String.join(",", item.formats()),
              item.maxBytes(),
              item.template(),
              item.sample());
    }
    if (position > 0) {
      insert.execute();
    }
  }
}
